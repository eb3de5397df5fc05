package dev.runengine.campaign.audio.loudness;

/**
 * The smallest of the last {@code length} values, in constant time on average: a queue of values each smaller than all
 * that came after it.
 */
final class SlidingMinimum {
    private final int length;
    private final float[] values;
    private final long[] times;
    private long head;
    private long tail;
    private long now;

    SlidingMinimum(int length) {
        this.length = length;
        this.values = new float[length + 1];
        this.times = new long[length + 1];
    }

    float shift(float value) {
        while (tail > head && values[slot(tail - 1)] >= value) {
            tail--;
        }
        values[slot(tail)] = value;
        times[slot(tail)] = now;
        tail++;
        while (times[slot(head)] <= now - length) {
            head++;
        }
        now++;
        return values[slot(head)];
    }

    private int slot(long index) {
        return (int) (index % values.length);
    }
}
