package dev.runengine.server.ops;

import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.EngineListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts what this process' worker does. Names start with {@code run_engine_}; durations are seconds. */
@Component
final class EngineMetrics implements EngineListener {
    private final MeterRegistry registry;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("run_engine.cache.hit.rate", this, EngineMetrics::hitRate)
                .description("Part of the cache look-ups that found a result, since the start; 0 before the first")
                .register(registry);
    }

    @Override
    public void committed(RunState run, Transition transition, Instant at) {
        switch (transition) {
            case RunMoved(var _, Phase.Ended ended) -> ended(run, ended);
            case RunMoved _ -> {}
            case StepMoved(int step, var from, var to) -> moved(run, step, from, to);
        }
    }

    private void ended(RunState run, Phase.Ended ended) {
        var status = ended.status().word();
        registry.counter("run_engine.runs", "workflow", run.workflow().name(), "status", status)
                .increment();
        run.startedAt()
                .ifPresent(start -> registry.timer("run_engine.run.duration", "status", status)
                        .record(Duration.between(start, ended.at())));
    }

    private void moved(RunState run, int step, StepState from, StepState to) {
        switch (to) {
            case StepState.Executing executing -> {
                if (executing.decision().verdict() == Verdict.MISS && from.status() == StepStatus.PENDING) {
                    misses.increment();
                }
            }
            case StepState.Completed done -> {
                count(to);
                registry.timer(
                                "run_engine.step.duration",
                                "skill",
                                run.workflow().step(step).skill())
                        .record(Duration.ofMillis(done.durationMs()));
            }
            case StepState.Reused reused -> {
                count(to);
                switch (reused.decision().verdict()) {
                    case HIT_HOT, HIT_COLD, HIT_IN_FLIGHT -> hits.increment();
                    case BASE_RUN, MISS, BYPASSED, DISABLED, LOOKUP_ERROR -> {}
                }
            }
            case StepState.Failed _, StepState.Cancelled _ -> count(to);
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.BackingOff _ -> {}
            case StepState.Held _, StepState.Awaiting _ -> {}
        }
    }

    private void count(StepState step) {
        registry.counter("run_engine.steps", "status", step.status().word()).increment();
    }

    private double hitRate() {
        double found = hits.sum();
        double all = found + misses.sum();
        return all == 0 ? 0 : found / all;
    }
}
