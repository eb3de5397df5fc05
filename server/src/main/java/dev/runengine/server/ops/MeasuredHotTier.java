package dev.runengine.server.ops;

import dev.runengine.runtime.port.HotTier;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Counts what is asked of a hot tier. What it leaves out because it does not answer is missed like the rest. */
final class MeasuredHotTier implements HotTier {
    private final HotTier tier;
    private final CacheMetrics metrics;
    private final Timer latency;

    MeasuredHotTier(HotTier tier, CacheMetrics metrics) {
        this.tier = tier;
        this.metrics = metrics;
        this.latency = metrics.latency(CacheMetrics.label(tier));
    }

    @Override
    public String name() {
        return tier.name();
    }

    @Override
    public Map<String, byte[]> find(Collection<String> keys) {
        long start = System.nanoTime();
        var found = tier.find(keys);
        latency.record(Duration.ofNanos(System.nanoTime() - start));
        metrics.count(CacheMetrics.label(tier), "hit", found.size());
        metrics.count(CacheMetrics.label(tier), "miss", keys.size() - found.size());
        return found;
    }

    @Override
    public void put(String key, byte[] value, Duration ttl) {
        tier.put(key, value, ttl);
    }

    @Override
    public void remove(Collection<String> keys) {
        tier.remove(keys);
    }

    @Override
    public boolean available() {
        return tier.available();
    }

    @Override
    public void close() {
        tier.close();
    }
}
