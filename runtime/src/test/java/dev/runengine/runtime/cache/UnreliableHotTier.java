package dev.runengine.runtime.cache;

import dev.runengine.runtime.port.HotTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Everything a hot tier may do wrong: lose, keep, mix up and spoil values. It remembers all it was ever given. */
final class UnreliableHotTier implements HotTier {
    private final Map<String, List<byte[]>> given = new LinkedHashMap<>();
    private final RandomGenerator random;

    UnreliableHotTier(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String name() {
        return "unreliable";
    }

    @Override
    public synchronized Map<String, byte[]> find(Collection<String> keys) {
        var found = new HashMap<String, byte[]>();
        for (var key : keys) {
            var values = given.getOrDefault(key, List.of());
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 ->
                    found.put(
                            key,
                            anyOf(given.values().stream().flatMap(List::stream).toList()));
                case 2 -> found.put(key, spoiled(anyOf(values)));
                case 3 -> found.put("unasked", anyOf(values));
                default -> found.put(key, anyOf(values)); // often one that is out of date
            }
        }
        return found;
    }

    private byte[] anyOf(List<byte[]> values) {
        return values.isEmpty() ? new byte[] {1, 2, 3} : values.get(random.nextInt(values.size()));
    }

    private byte[] spoiled(byte[] value) {
        var copy = value.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 + random.nextInt(255));
        return copy;
    }

    @Override
    public synchronized void put(String key, byte[] value, Duration ttl) {
        given.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    @Override
    public void remove(Collection<String> keys) {}

    @Override
    public void close() {}
}
