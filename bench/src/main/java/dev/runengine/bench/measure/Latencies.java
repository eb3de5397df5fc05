package dev.runengine.bench.measure;

import java.util.Arrays;

/** Durations, and where they lie. Safe for use by many threads. */
public final class Latencies {
    private static final double NANOS_PER_MS = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    public synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    public synchronized void clear() {
        count = 0;
    }

    public synchronized int count() {
        return count;
    }

    public double p50() {
        return percentile(50);
    }

    public double p99() {
        return percentile(99);
    }

    /** Of all, in milliseconds. */
    public synchronized double total() {
        return Arrays.stream(nanos, 0, count).sum() / NANOS_PER_MS;
    }

    /** In milliseconds, by nearest rank; NaN when nothing was measured. */
    private synchronized double percentile(int percent) {
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * count);
        return sorted[Math.max(0, rank - 1)] / NANOS_PER_MS;
    }
}
