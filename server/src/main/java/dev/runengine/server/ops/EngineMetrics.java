package dev.runengine.server.ops;

import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.EngineListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Counts what this process' worker does. Names start with {@code run_engine_}; durations are seconds. */
@Component
final class EngineMetrics implements EngineListener {
    private final MeterRegistry registry;

    EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void committed(RunState run, Transition transition, Instant at) {
        switch (transition) {
            case RunMoved(var _, Phase.Ended ended) -> ended(run, ended);
            case RunMoved _ -> {}
            case StepMoved(int step, var _, var to) -> moved(run, step, to);
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

    private void moved(RunState run, int step, StepState to) {
        switch (to) {
            case StepState.Completed done -> {
                count(to);
                registry.timer(
                                "run_engine.step.duration",
                                "skill",
                                run.workflow().step(step).skill())
                        .record(Duration.ofMillis(done.durationMs()));
            }
            case StepState.Reused _, StepState.Failed _, StepState.Cancelled _ -> count(to);
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.BackingOff _ -> {}
            case StepState.Executing _, StepState.Held _, StepState.Awaiting _ -> {}
        }
    }

    private void count(StepState step) {
        registry.counter("run_engine.steps", "status", step.status().word()).increment();
    }
}
