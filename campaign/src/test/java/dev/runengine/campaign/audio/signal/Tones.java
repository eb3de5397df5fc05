package dev.runengine.campaign.audio.signal;

import dev.runengine.campaign.random.SplitMix;

/** Test signals. */
public final class Tones {
    private Tones() {}

    public static Signal sine(double hz, double decibels) {
        return sine(hz, decibels, 0, Signal.RATE);
    }

    /** @param phase in turns */
    public static Signal sine(double hz, double decibels, double phase, int rate) {
        double amplitude = Decibels.toAmplitude(decibels);
        var at = new long[1];
        return (left, right, count) -> {
            for (int i = 0; i < count; i++) {
                left[i] = (float) (amplitude * Math.sin(2 * Math.PI * (hz * at[0]++ / rate + phase)));
                right[i] = left[i];
            }
        };
    }

    public static Signal noise(long seed, double amplitude) {
        var random = new SplitMix(seed);
        return (left, right, count) -> {
            for (int i = 0; i < count; i++) {
                left[i] = (float) random.between(-amplitude, amplitude);
                right[i] = (float) random.between(-amplitude, amplitude);
            }
        };
    }

    /** A beat: short loud bursts over something soft, so that a limiter has work to do. */
    public static Signal beat(long seed) {
        var noise = noise(seed, 1);
        var at = new long[1];
        return (left, right, count) -> {
            noise.read(left, right, count);
            for (int i = 0; i < count; i++) {
                double sinceBeat = at[0]++ % 12_000 / 12_000.0;
                float level = (float) (0.05 + 0.9 * Math.exp(-30 * sinceBeat));
                left[i] *= level;
                right[i] *= level;
            }
        };
    }
}
