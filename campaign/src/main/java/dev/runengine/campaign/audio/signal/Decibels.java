package dev.runengine.campaign.audio.signal;

/** Decibels of amplitude, by StrictMath so that every platform agrees. */
public final class Decibels {
    private Decibels() {}

    public static double toAmplitude(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }

    /** Negative infinity for silence. */
    public static double ofAmplitude(double amplitude) {
        return 20 * StrictMath.log10(amplitude);
    }
}
