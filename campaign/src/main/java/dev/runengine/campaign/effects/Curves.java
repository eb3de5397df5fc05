package dev.runengine.campaign.effects;

/** How values move over time. Only StrictMath: the same bits on every processor. */
public final class Curves {
    private Curves() {}

    /** A sine wave; 1 turn is a whole period, so any whole number of turns ends where it began. */
    public static double sin(double turns) {
        return StrictMath.sin(2 * StrictMath.PI * (turns - Math.floor(turns)));
    }

    public static double cos(double turns) {
        return sin(turns + 0.25);
    }

    /** From 0 up to 1 and back, smoothly, once per turn. */
    public static double swell(double turns) {
        return 0.5 - 0.5 * cos(turns);
    }

    /** From 0 to 1 between two moments, 0 before and 1 after. */
    public static double progress(double time, double from, double to) {
        return Math.clamp((time - from) / (to - from), 0.0, 1.0);
    }

    /** Starts and ends at rest. */
    public static double smooth(double progress) {
        return progress * progress * (3 - 2 * progress);
    }

    /** Arrives fast and settles. */
    public static double easeOut(double progress) {
        double left = 1 - progress;
        return 1 - left * left * left;
    }

    /** Overshoots 1 and swings into it, like a spring. */
    public static double elastic(double progress) {
        if (progress <= 0 || progress >= 1) {
            return progress <= 0 ? 0 : 1;
        }
        return 1 + StrictMath.pow(2, -9 * progress) * sin((progress * 10 - 0.75) / 3);
    }

    /** Falls onto 1 and bounces there three times, each time lower. */
    public static double bounce(double progress) {
        double p = progress;
        double k = 7.5625;
        if (p < 1 / 2.75) {
            return k * p * p;
        }
        if (p < 2 / 2.75) {
            p -= 1.5 / 2.75;
            return k * p * p + 0.75;
        }
        if (p < 2.5 / 2.75) {
            p -= 2.25 / 2.75;
            return k * p * p + 0.9375;
        }
        p -= 2.625 / 2.75;
        return k * p * p + 0.984375;
    }
}
