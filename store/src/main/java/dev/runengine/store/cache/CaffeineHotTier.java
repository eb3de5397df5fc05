package dev.runengine.store.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.runengine.runtime.port.HotTier;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The hot tier in process, bounded by the bytes it holds: what is seldom used goes first. */
public final class CaffeineHotTier implements HotTier {
    private static final long USUAL_BYTES = 64L << 20;
    /** One value must not push out everything else. */
    private static final int LEAST_VALUES = 16;
    /** So that many entries of few bytes are bounded too: objects around them take room. */
    private static final int OVERHEAD_BYTES = 200;

    private final Cache<String, Held> entries;
    private final long maxValueBytes;

    private record Held(byte[] bytes, Duration ttl) {}

    CaffeineHotTier(long maxBytes, Ticker ticker) {
        this.maxValueBytes = maxBytes / LEAST_VALUES;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(CaffeineHotTier::weight)
                .expireAfter(Expiry.<String, Held>writing((_, held) -> held.ttl()))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** With room for 64 MB. */
    public static CaffeineHotTier ofUsualSize() {
        return new CaffeineHotTier(USUAL_BYTES, Ticker.systemTicker());
    }

    private static int weight(String key, Held held) {
        return key.length() + held.bytes().length + OVERHEAD_BYTES;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Map<String, byte[]> find(Collection<String> keys) {
        var found = new HashMap<String, byte[]>();
        for (var key : keys) {
            var held = entries.getIfPresent(key);
            if (held != null) {
                found.put(key, held.bytes());
            }
        }
        return found;
    }

    @Override
    public void put(String key, byte[] value, Duration ttl) {
        if (value.length <= maxValueBytes) {
            entries.put(key, new Held(value, ttl));
        } else {
            entries.invalidate(key);
        }
    }

    @Override
    public void remove(Collection<String> keys) {
        entries.invalidateAll(keys);
    }

    @Override
    public void close() {
        entries.invalidateAll();
    }
}
