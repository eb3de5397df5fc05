package dev.runengine.campaign.audio.signal;

import java.io.IOException;

/** A signal of another rate, brought to 48 kHz. */
public final class Resampled implements Signal {
    private static final int PHASES = 512;

    private final Signal source;
    private final double step;
    private final int taps;
    private final float[][] phases;
    private final float[] left;
    private final float[] right;
    /** Where the next output frame lies, counted in input frames from the start of the window. */
    private double position;

    public Resampled(Signal source, int sourceRate) throws IOException {
        this.source = source;
        this.step = sourceRate / (double) RATE;
        double bandwidth = Math.min(1, 0.95 / step);
        this.taps = 2 * (int) Math.ceil(24 / bandwidth);
        this.phases = new float[PHASES][];
        for (int p = 0; p < PHASES; p++) {
            phases[p] = Kernel.weights(taps, p / (double) PHASES, bandwidth);
        }
        this.left = new float[taps];
        this.right = new float[taps];
        fill(taps / 2 - 1, taps / 2 + 1);
    }

    @Override
    public void read(float[] outLeft, float[] outRight, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int whole = (int) position;
            if (whole > 0) {
                advance(whole);
                position -= whole;
            }
            var weights = phases[(int) (position * PHASES)];
            outLeft[i] = dot(left, weights);
            outRight[i] = dot(right, weights);
            position += step;
        }
    }

    private void advance(int frames) throws IOException {
        System.arraycopy(left, frames, left, 0, taps - frames);
        System.arraycopy(right, frames, right, 0, taps - frames);
        fill(taps - frames, frames);
    }

    private void fill(int from, int count) throws IOException {
        var l = new float[count];
        var r = new float[count];
        source.read(l, r, count);
        System.arraycopy(l, 0, left, from, count);
        System.arraycopy(r, 0, right, from, count);
    }

    private float dot(float[] window, float[] weights) {
        float sum = 0;
        for (int k = 0; k < taps; k++) {
            sum += window[k] * weights[k];
        }
        return sum;
    }
}
