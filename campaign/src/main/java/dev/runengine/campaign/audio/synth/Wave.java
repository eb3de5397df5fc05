package dev.runengine.campaign.audio.synth;

/** Periodic wave shapes without audible aliasing: their steps are rounded by a polynomial (PolyBLEP). */
enum Wave {
    SINE,
    TRIANGLE,
    SAW,
    SQUARE,
    PULSE;

    /**
     * @param phase 0 to 1
     * @param step phase a sample
     */
    float at(double phase, double step) {
        return switch (this) {
            case SINE -> Table.sine(phase);
            case TRIANGLE -> (float) (4 * Math.abs(phase - 0.5) - 1);
            case SAW -> (float) (2 * phase - 1) - rounding(phase, step);
            case SQUARE -> rectangle(phase, step, 0.5);
            case PULSE -> rectangle(phase, step, 0.25);
        };
    }

    private static float rectangle(double phase, double step, double width) {
        double fall = phase + 1 - width;
        fall -= (long) fall;
        return (phase < width ? 1f : -1f) + rounding(phase, step) - rounding(fall, step);
    }

    private static float rounding(double phase, double step) {
        if (phase < step) {
            double t = phase / step;
            return (float) (t + t - t * t - 1);
        }
        if (phase > 1 - step) {
            double t = (phase - 1) / step;
            return (float) (t * t + t + t + 1);
        }
        return 0;
    }
}
