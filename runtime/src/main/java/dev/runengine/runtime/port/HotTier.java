package dev.runengine.runtime.port;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * A fast and forgetful store of small values in front of the cold tier. It may lose what it was given, keep it for too
 * long, or give back something else: whoever reads must be able to tell. No method throws because the tier is slow, full
 * or gone, and none blocks for longer than a fraction of a second. Safe for use by many threads.
 */
public interface HotTier extends AutoCloseable {
    /** One that is always empty. */
    HotTier NONE = new HotTier() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Map<String, byte[]> find(Collection<String> keys) {
            return Map.of();
        }

        @Override
        public void put(String key, byte[] value, Duration ttl) {}

        @Override
        public void remove(Collection<String> keys) {}

        @Override
        public void close() {}
    };

    /** What people call it, such as {@code memory} or {@code Redis}. */
    String name();

    /**
     * All at once. What is not there, or cannot be had in time, is left out.
     *
     * @return values that the caller must not change
     */
    Map<String, byte[]> find(Collection<String> keys);

    /**
     * Keeps the value, unless it is too large for the tier; whoever asks after this process did finds it.
     *
     * @param value not to be changed afterwards
     * @param ttl positive; the value is not found once it has passed
     */
    void put(String key, byte[] value, Duration ttl);

    void remove(Collection<String> keys);

    /** Whether it is in use, rather than left alone because it did not answer. */
    default boolean available() {
        return true;
    }

    @Override
    void close();
}
