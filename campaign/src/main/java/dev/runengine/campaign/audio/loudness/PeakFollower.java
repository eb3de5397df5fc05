package dev.runengine.campaign.audio.loudness;

import dev.runengine.campaign.audio.signal.Kernel;

/**
 * The true peak of one channel around each sample: the largest of the sample and of the signal at three points between
 * it and the next, interpolated. Lags {@link #LAG} samples behind its input.
 */
final class PeakFollower {
    static final int TAPS = 48;
    /** The kernel needs half its taps from the future. */
    static final int LAG = TAPS / 2;

    private static final float[][] PHASES = {
        Kernel.weights(TAPS, 0.25, 1), Kernel.weights(TAPS, 0.5, 1), Kernel.weights(TAPS, 0.75, 1)
    };
    /** No interpolated value exceeds the largest sample by more than this: the sum of the kernel's magnitudes. */
    private static final float OVERSHOOT = overshoot();

    private final float interesting;
    /** The last samples, written twice so that a window of them is contiguous at any time. */
    private final float[] window = new float[2 * TAPS];

    private int at;
    private int sinceLoud = TAPS;

    /** @param interesting peaks certainly below this may be given as the sample's own magnitude, which is cheaper */
    PeakFollower(double interesting) {
        this.interesting = (float) (interesting / OVERSHOOT);
    }

    /** Takes a sample, gives the peak around the one {@link #LAG} before it. */
    float follow(float sample) {
        window[at] = sample;
        window[at + TAPS] = sample;
        at = at + 1 == TAPS ? 0 : at + 1;
        sinceLoud = Math.abs(sample) > interesting ? 0 : sinceLoud + 1;
        float peak = Math.abs(window[at + TAPS - 1 - LAG]);
        if (sinceLoud >= TAPS) {
            return peak;
        }
        for (var weights : PHASES) {
            float value = 0;
            for (int k = 0; k < TAPS; k++) {
                value += weights[k] * window[at + k];
            }
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    private static float overshoot() {
        float largest = 0;
        for (var weights : PHASES) {
            float sum = 0;
            for (float weight : weights) {
                sum += Math.abs(weight);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
