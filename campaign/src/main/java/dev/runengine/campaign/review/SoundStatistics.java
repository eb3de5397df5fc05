package dev.runengine.campaign.review;

import dev.runengine.campaign.audio.loudness.LoudnessMeter;
import dev.runengine.campaign.audio.loudness.TruePeakMeter;
import dev.runengine.campaign.audio.signal.Signal;
import java.io.IOException;
import java.util.Arrays;

/** Listens to a sound once. The measures are asked for at its end, each once. */
final class SoundStatistics implements Signal.Sink {
    /** What no file can exceed; three in a row are a flattened wave, one alone is a peak. */
    private static final float FULL_SCALE = 0.9995f;

    private static final int FLATTENED = 3;
    private static final int WINDOW = Signal.RATE / 100;
    /** -60 dBFS. */
    private static final float AUDIBLE = 0.001f;

    /** In LUFS, for what has no loudness. */
    private static final double SILENCE = -120;

    private final LoudnessMeter loudness = new LoudnessMeter();
    private final TruePeakMeter peak = new TruePeakMeter();
    private final float[] beginningLeft = new float[LoudnessMeter.BLOCK];
    private final float[] beginningRight = new float[LoudnessMeter.BLOCK];
    private long frames;
    private long clipped;
    private int run;
    private float windowPeak;
    private long windows;
    private long audible;

    @Override
    public void accept(float[] left, float[] right, int count) {
        loudness.accept(left, right, count);
        peak.accept(left, right, count);
        for (int i = 0; i < count; i++) {
            frame(left[i], right[i]);
        }
    }

    private void frame(float left, float right) {
        if (frames < LoudnessMeter.BLOCK) {
            beginningLeft[(int) frames] = left;
            beginningRight[(int) frames] = right;
        }
        float magnitude = Math.max(Math.abs(left), Math.abs(right));
        run = magnitude >= FULL_SCALE ? run + 1 : 0;
        clipped += run >= FLATTENED ? 1 : 0;
        windowPeak = Math.max(windowPeak, magnitude);
        frames++;
        if (frames % WINDOW == 0) {
            endWindow();
        }
    }

    private void endWindow() {
        windows++;
        audible += windowPeak >= AUDIBLE ? 1 : 0;
        windowPeak = 0;
    }

    double seconds() {
        return frames / (double) Signal.RATE;
    }

    /** In LUFS. */
    double loudness() throws IOException {
        if (frames == 0) {
            return SILENCE;
        }
        return Math.max(SILENCE, frames < LoudnessMeter.BLOCK ? repeated() : loudness.integrated());
    }

    /** As {@link LoudnessMeter#of}: a sound too short for the standard is measured as if it were repeated. */
    private double repeated() {
        var meter = new LoudnessMeter();
        int count = (int) frames;
        var left = Arrays.copyOf(beginningLeft, count);
        var right = Arrays.copyOf(beginningRight, count);
        for (int measured = 0; measured < 3 * Signal.RATE; measured += count) {
            meter.accept(left, right, count);
        }
        return meter.integrated();
    }

    /** In dBTP. */
    double truePeak() {
        return Math.max(SILENCE, peak.decibels());
    }

    double clippedShare() {
        return (double) clipped / Math.max(1, frames);
    }

    double audibleShare() {
        if (frames % WINDOW != 0) {
            endWindow();
        }
        return (double) audible / Math.max(1, windows);
    }
}
