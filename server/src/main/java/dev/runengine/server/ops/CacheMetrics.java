package dev.runengine.server.ops;

import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.HotTier;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Measures what is looked up in each tier of the cache, how long that takes, and whether the hot tier is in use. */
@Component
public final class CacheMetrics {
    static final String COLD = "database";

    private final MeterRegistry registry;

    CacheMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same ports, measured. */
    public Ports measured(Ports ports) {
        var hot = ports.hot();
        Gauge.builder("run_engine.cache.hot.available", hot, tier -> tier.available() ? 1 : 0)
                .description("1 while the hot tier is in use, 0 while it is left alone because it does not answer")
                .tag("tier", label(hot))
                .register(registry);
        return ports.withHot(new MeasuredHotTier(hot, this)).withCache(new MeasuredStepCache(ports.cache(), this));
    }

    static String label(HotTier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    /** Of one call, for all keys it asks for. */
    Timer latency(String tier) {
        return Timer.builder("run_engine.cache.lookup")
                .description("Time that look-ups take, each of all that a run asks for at once")
                .tag("tier", tier)
                .register(registry);
    }

    /** @param verdict hit, miss or error */
    void count(String tier, String verdict, int keys) {
        registry.counter("run_engine.cache.lookups", "tier", tier, "verdict", verdict)
                .increment(keys);
    }
}
