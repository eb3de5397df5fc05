package dev.runengine.campaign.audio.signal;

import java.io.IOException;
import java.util.Arrays;

/** An endless 48 kHz stereo stream; full scale is 1. Pulled by one thread, in order. */
@FunctionalInterface
public interface Signal {
    int RATE = 48_000;

    Signal SILENCE = (left, right, count) -> {
        Arrays.fill(left, 0, count, 0);
        Arrays.fill(right, 0, count, 0);
    };

    /** Fills the first {@code count} samples of both arrays with what comes next. */
    void read(float[] left, float[] right, int count) throws IOException;

    /** Takes blocks in order; may keep nothing of the arrays it is given. */
    @FunctionalInterface
    interface Sink {
        void accept(float[] left, float[] right, int count) throws IOException;
    }

    /** Pulls this many frames into the sinks. */
    default void pump(long frames, Sink... sinks) throws IOException, InterruptedException {
        int block = 1024;
        var left = new float[block];
        var right = new float[block];
        for (long done = 0; done < frames; ) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int count = (int) Math.min(block, frames - done);
            read(left, right, count);
            for (var sink : sinks) {
                sink.accept(left, right, count);
            }
            done += count;
        }
    }

    default Signal skip(long frames) throws IOException, InterruptedException {
        pump(frames);
        return this;
    }

    default Signal gain(double decibels) {
        float factor = (float) Decibels.toAmplitude(decibels);
        return (left, right, count) -> {
            read(left, right, count);
            for (int i = 0; i < count; i++) {
                left[i] *= factor;
                right[i] *= factor;
            }
        };
    }

    /** Falls to silence over the last frames of a sound that ends at frame {@code end}, counted from here. */
    default Signal fadedOut(long end, long fade) {
        var at = new long[1];
        return (left, right, count) -> {
            read(left, right, count);
            for (int i = 0; i < count; i++) {
                float gain = Math.clamp((end - at[0]++) / (float) fade, 0, 1);
                left[i] *= gain;
                right[i] *= gain;
            }
        };
    }
}
