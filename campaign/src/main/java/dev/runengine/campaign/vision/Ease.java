package dev.runengine.campaign.vision;

/** Soft thresholds: from 0 to 1 between two values, without a corner. */
final class Ease {
    private Ease() {}

    static double rise(double value, double from, double to) {
        double t = Math.clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    static double fall(double value, double from, double to) {
        return 1 - rise(value, from, to);
    }
}
