package dev.runengine.campaign.audio.loudness;

import dev.runengine.campaign.audio.signal.Decibels;
import dev.runengine.campaign.audio.signal.Signal;
import java.io.IOException;
import java.util.Arrays;

/**
 * A true-peak limiter that looks ahead: where the signal would pass the ceiling, the gain is already down when the peak
 * comes, without a step. Aligned with its source: it reads ahead, it does not delay.
 *
 * <p>The gain is the mean over a window of the smallest gain needed within the window before, so it never exceeds what
 * the peak in the window's middle needs.
 */
final class Limiter implements Signal {
    /** 4 ms: short enough not to be heard as pumping, long enough not to click. */
    private static final int WINDOW = RATE * 4 / 1000;

    private static final int LATENCY = PeakFollower.LAG + WINDOW;
    /** Gain comes back with a time constant of 60 ms, so that a bass note is not distorted within its period. */
    private static final float RECOVERY = (float) (1 - StrictMath.exp(-1 / (0.060 * RATE)));

    private final Signal source;
    private final float ceiling;
    private final PeakFollower leftPeaks;
    private final PeakFollower rightPeaks;
    private final SlidingMinimum needed = new SlidingMinimum(WINDOW + 1);
    private final Delay leftDelay = new Delay(LATENCY);
    private final Delay rightDelay = new Delay(LATENCY);
    private final float[] smoothed = new float[WINDOW + 1];
    private int smoothedAt;
    private double smoothedSum;
    private float held = 1;
    private boolean primed;

    /** @param ceiling in dBTP */
    Limiter(Signal source, double ceiling) {
        this.source = source;
        // The gain moves between two samples, which may lift what lies between them by a trace.
        this.ceiling = (float) Decibels.toAmplitude(ceiling - 0.02);
        this.leftPeaks = new PeakFollower(this.ceiling);
        this.rightPeaks = new PeakFollower(this.ceiling);
        Arrays.fill(smoothed, 1);
        smoothedSum = smoothed.length;
    }

    @Override
    public void read(float[] left, float[] right, int count) throws IOException {
        if (!primed) {
            primed = true;
            prime();
        }
        source.read(left, right, count);
        process(left, right, count);
    }

    private void prime() throws IOException {
        var left = new float[LATENCY];
        var right = new float[LATENCY];
        source.read(left, right, LATENCY);
        process(left, right, LATENCY);
    }

    private void process(float[] left, float[] right, int count) {
        for (int i = 0; i < count; i++) {
            float peak = Math.max(leftPeaks.follow(left[i]), rightPeaks.follow(right[i]));
            float gain = smooth(peak > ceiling ? ceiling / peak : 1);
            left[i] = leftDelay.shift(left[i]) * gain;
            right[i] = rightDelay.shift(right[i]) * gain;
        }
    }

    private float smooth(float need) {
        held = Math.min(needed.shift(need), held + (1 - held) * RECOVERY);
        smoothedSum += held - smoothed[smoothedAt];
        smoothed[smoothedAt] = held;
        smoothedAt = smoothedAt + 1 == smoothed.length ? 0 : smoothedAt + 1;
        return (float) (smoothedSum / smoothed.length);
    }

    private static final class Delay {
        private final float[] line;
        private int at;

        Delay(int samples) {
            line = new float[samples];
        }

        float shift(float sample) {
            float out = line[at];
            line[at] = sample;
            at = at + 1 == line.length ? 0 : at + 1;
            return out;
        }
    }
}
