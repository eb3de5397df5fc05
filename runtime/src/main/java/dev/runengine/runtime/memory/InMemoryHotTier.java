package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.HotTier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A hot tier without any bound: the reference for what one does while all is well. */
public final class InMemoryHotTier implements HotTier {
    private record Held(byte[] value, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Held> entries = new HashMap<>();

    public InMemoryHotTier(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized Map<String, byte[]> find(Collection<String> keys) {
        var now = clock.instant();
        var found = new HashMap<String, byte[]>();
        for (var key : keys) {
            var held = entries.get(key);
            if (held != null && now.isBefore(held.until())) {
                found.put(key, held.value());
            }
        }
        return found;
    }

    @Override
    public synchronized void put(String key, byte[] value, Duration ttl) {
        entries.put(key, new Held(value, clock.instant().plus(ttl)));
    }

    @Override
    public synchronized void remove(Collection<String> keys) {
        keys.forEach(entries::remove);
    }

    @Override
    public void close() {}
}
