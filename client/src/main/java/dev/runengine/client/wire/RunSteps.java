package dev.runengine.client.wire;

import java.util.List;
import java.util.UUID;

/** The steps of a run, in the workflow's order. */
public record RunSteps(UUID runId, List<StepView> steps) {
    public RunSteps {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
