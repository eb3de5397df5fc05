package dev.runengine.campaign.audio.signal;

import java.io.IOException;
import java.util.Arrays;

/** A stretch of sound in memory, to look at. */
public record Samples(float[] left, float[] right) {

    public static Samples of(Signal signal, long frames) throws IOException, InterruptedException {
        var collector = new Collector();
        signal.pump(frames, collector);
        return collector.samples();
    }

    /** The root mean square of both channels over a range. */
    public double rms(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += left[i] * left[i] + right[i] * right[i];
        }
        return Math.sqrt(sum / (2.0 * (to - from)));
    }

    public double rms() {
        return rms(0, left.length);
    }

    public double peak() {
        double peak = 0;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        return peak;
    }

    /** The strength of one frequency in the left channel: the amplitude of a sine there. */
    public double amplitude(double hz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < left.length; i++) {
            double window = 1 - Math.cos(2 * Math.PI * i / left.length);
            re += window * left[i] * Math.cos(2 * Math.PI * hz * i / Signal.RATE);
            im += window * left[i] * Math.sin(2 * Math.PI * hz * i / Signal.RATE);
        }
        return 2 * Math.hypot(re, im) / left.length;
    }

    /** The largest difference between this and a range of another stretch, as long as this one. */
    public double distance(Samples other, int from) {
        double largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.abs(left[i] - other.left[from + i]));
            largest = Math.max(largest, Math.abs(right[i] - other.right[from + i]));
        }
        return largest;
    }

    public Samples range(int from, int to) {
        return new Samples(Arrays.copyOfRange(left, from, to), Arrays.copyOfRange(right, from, to));
    }

    public static final class Collector implements Signal.Sink {
        private float[] left = new float[1 << 16];
        private float[] right = new float[1 << 16];
        private int size;

        @Override
        public void accept(float[] l, float[] r, int count) {
            if (size + count > left.length) {
                left = Arrays.copyOf(left, 2 * (size + count));
                right = Arrays.copyOf(right, 2 * (size + count));
            }
            System.arraycopy(l, 0, left, size, count);
            System.arraycopy(r, 0, right, size, count);
            size += count;
        }

        public Samples samples() {
            return new Samples(Arrays.copyOf(left, size), Arrays.copyOf(right, size));
        }
    }
}
