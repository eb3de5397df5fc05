package dev.runengine.server.ops;

import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.Origin;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What results of one origin cost: spent where they were executed, saved where they were reused. Zero from the start. */
final class CostMeter {
    private static final double MILLIS = 1e3;
    private static final double MICROS = 1e6;

    private final Counter seconds;
    private final Counter cost;
    private final Counter tokens;

    CostMeter(MeterRegistry registry, Origin origin) {
        var name = "run_engine." + (origin == Origin.EXECUTED ? "spent" : "saved");
        this.seconds = registry.counter(name + ".seconds", "origin", origin.name());
        this.cost = registry.counter(name + ".cost", "origin", origin.name());
        this.tokens = registry.counter(name + ".tokens", "origin", origin.name());
    }

    void count(Execution made) {
        seconds.increment(made.durationMs() / MILLIS);
        cost.increment(made.usage().costMicros() / MICROS);
        tokens.increment(made.usage().tokens());
    }
}
