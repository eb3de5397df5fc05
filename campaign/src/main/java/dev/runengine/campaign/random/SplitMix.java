package dev.runengine.campaign.random;

import dev.runengine.core.hash.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * SplitMix64: a seeded generator whose sequence is specified, so that pictures and music are the same everywhere. Not
 * safe for use by several threads.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
 *     generators (2014)</a>
 */
public final class SplitMix {
    private long state;

    public SplitMix(long seed) {
        this.state = seed;
    }

    /** A generator seeded by the SHA-256 of a text, such as a canonical brief. */
    public static SplitMix of(String text) {
        return new SplitMix(seed(text));
    }

    public static long seed(String text) {
        return ByteBuffer.wrap(ContentHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** In [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /** In [0, bound). */
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(nextInt(choices.size()));
    }
}
