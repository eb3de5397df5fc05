package dev.runengine.server.ops;

import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.Origin;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.EngineListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * What executions cost and what reuse saved, as far as this process' worker recorded it. Money is in units of the
 * deployment's currency, time in seconds.
 */
@Component
final class ReuseMetrics implements EngineListener {
    private final Map<Origin, CostMeter> costs = new EnumMap<>(Origin.class);
    private final FlightMeter flights;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    ReuseMetrics(MeterRegistry registry) {
        this.flights = new FlightMeter(registry);
        for (var origin : Origin.values()) {
            costs.put(origin, new CostMeter(registry, origin));
        }
        Gauge.builder("run_engine.cache.hit.rate", this, ReuseMetrics::hitRate)
                .description("Part of the cache look-ups that found a result, since the start; 0 before the first")
                .register(registry);
    }

    @Override
    public void committed(RunState run, Transition transition, Instant at) {
        switch (transition) {
            case RunMoved _ -> {}
            case StepMoved(int step, var from, var to) -> {
                flights.moved(from, to, Candidates.shares(run, step));
                moved(run, from, to);
            }
        }
    }

    private void moved(RunState run, StepState from, StepState to) {
        switch (to) {
            case StepState.Executing executing -> {
                if (executing.decision().verdict() == Verdict.MISS && from.status() == StepStatus.PENDING) {
                    misses.increment();
                }
            }
            case StepState.Done done -> {
                var origin = done.decision().verdict().origin();
                done.madeBy(run.runId()).ifPresent(made -> count(origin, made));
                switch (origin) {
                    case HOT_CACHE, COLD_CACHE, IN_FLIGHT -> hits.increment();
                    case EXECUTED, BASE_RUN -> {}
                }
            }
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.BackingOff _ -> {}
            case StepState.Held _, StepState.Awaiting _, StepState.Failed _, StepState.Cancelled _ -> {}
        }
    }

    private void count(Origin origin, Execution made) {
        var meter = costs.get(origin);
        if (meter != null) {
            meter.count(made);
        }
    }

    private double hitRate() {
        double found = hits.sum();
        double all = found + misses.sum();
        return all == 0 ? 0 : found / all;
    }
}
