package dev.runengine.server.ops;

import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts executions that others may wait for, and what becomes of those who do. Zero from the start. */
final class FlightMeter {
    private final Counter led;
    private final Counter shared;
    private final Counter failed;
    private final Counter takenOver;

    FlightMeter(MeterRegistry registry) {
        this.led = counter(registry, "led");
        this.shared = counter(registry, "shared");
        this.failed = counter(registry, "failed");
        this.takenOver = counter(registry, "taken_over");
    }

    private static Counter counter(MeterRegistry registry, String event) {
        return registry.counter("run_engine.flights", "event", event);
    }

    /** @param shares whether one execution of the step may serve others */
    void moved(StepState from, StepState to, boolean shares) {
        if (from instanceof StepState.Awaiting) {
            waited(to);
        } else if (shares && from.status() == StepStatus.PENDING && to instanceof StepState.Executing) {
            led.increment();
        }
    }

    private void waited(StepState next) {
        switch (next) {
            case StepState.Done _ -> shared.increment();
            case StepState.BackingOff _, StepState.Failed _ -> failed.increment();
            case StepState.Executing _ -> takenOver.increment();
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.Awaiting _ -> {}
            case StepState.Held _, StepState.Cancelled _ -> {}
        }
    }
}
