package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;

/** The sine from a table, and coefficients that every platform computes alike. */
final class Table {
    private static final int SIZE = 4096;
    private static final float[] SINE = new float[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) {
            SINE[i] = (float) StrictMath.sin(2 * Math.PI * i / SIZE);
        }
    }

    private Table() {}

    /** @param phase in turns, not negative */
    static float sine(double phase) {
        double place = (phase - (long) phase) * SIZE;
        int index = (int) place;
        float fraction = (float) (place - index);
        return SINE[index] + (SINE[index + 1] - SINE[index]) * fraction;
    }

    /** What to multiply by at each sample to fall to 1/e in so many seconds. */
    static double decay(double seconds) {
        return StrictMath.exp(-1 / (seconds * Signal.RATE));
    }

    /** The coefficient of a one-pole low-pass. */
    static float onePole(double hz) {
        return (float) (1 - StrictMath.exp(-2 * Math.PI * Math.min(hz, 20_000) / Signal.RATE));
    }

    static double cents(double cents) {
        return StrictMath.pow(2, cents / 1200);
    }

    static int frames(double seconds) {
        return (int) Math.round(seconds * Signal.RATE);
    }
}
