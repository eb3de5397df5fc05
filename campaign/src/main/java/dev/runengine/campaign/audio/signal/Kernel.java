package dev.runengine.campaign.audio.signal;

/**
 * A low-pass interpolation kernel: a sinc under a Kaiser window, which says what a band-limited signal is between its
 * samples.
 *
 * @see <a href="https://ccrma.stanford.edu/~jos/resample/">J. O. Smith: Digital Audio Resampling</a>
 */
public final class Kernel {
    private static final double KAISER_BETA = 8;

    private Kernel() {}

    /**
     * The weights of {@code taps} neighbouring samples for the value at {@code taps / 2 - 1 + fraction}.
     *
     * @param bandwidth the pass band as a part of the input's, at most 1
     */
    public static float[] weights(int taps, double fraction, double bandwidth) {
        var weights = new double[taps];
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            double distance = k - (taps / 2.0 - 1) - fraction;
            weights[k] = sinc(bandwidth * distance) * kaiser(distance / (taps / 2.0));
            sum += weights[k];
        }
        var normalised = new float[taps];
        for (int k = 0; k < taps; k++) {
            normalised[k] = (float) (weights[k] / sum);
        }
        return normalised;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel0(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel0(KAISER_BETA);
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
