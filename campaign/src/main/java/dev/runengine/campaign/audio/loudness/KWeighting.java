package dev.runengine.campaign.audio.loudness;

/**
 * The K-weighting of one channel at 48 kHz: a shelf for the head, then a high-pass.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770-4-201510-S/en">ITU-R BS.1770-4, tables 1 and 2</a>
 */
final class KWeighting {
    private final Biquad shelf =
            new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
    private final Biquad highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);

    double filter(double sample) {
        return highPass.filter(shelf.filter(sample));
    }

    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double z1;
        private double z2;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double filter(double x) {
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            return y;
        }
    }
}
