package dev.runengine.bench.engine;

import dev.runengine.runtime.port.HotTier;
import dev.runengine.store.cache.CaffeineHotTier;
import dev.runengine.store.redis.RedisAddress;
import dev.runengine.store.redis.RedisHotTier;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hot tier of a node, as the server would choose it, that can be emptied. */
final class CoolableHotTier implements HotTier {
    private static final String REDIS_URL = "RUN_ENGINE_REDIS_URL";

    private final HotTier tier;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private CoolableHotTier(HotTier tier) {
        this.tier = tier;
    }

    static CoolableHotTier ofEnvironment() {
        return new CoolableHotTier(Optional.ofNullable(System.getenv(REDIS_URL))
                .map(RedisAddress::parse)
                .<HotTier>map(RedisHotTier::at)
                .orElseGet(CaffeineHotTier::ofUsualSize));
    }

    void coolDown() {
        var keys = Set.copyOf(held);
        tier.remove(keys);
        held.removeAll(keys);
    }

    @Override
    public String name() {
        return tier.name();
    }

    @Override
    public Map<String, byte[]> find(Collection<String> keys) {
        return tier.find(keys);
    }

    @Override
    public void put(String key, byte[] value, Duration ttl) {
        held.add(key);
        tier.put(key, value, ttl);
    }

    @Override
    public void remove(Collection<String> keys) {
        tier.remove(keys);
    }

    @Override
    public void close() {
        tier.close();
    }
}
