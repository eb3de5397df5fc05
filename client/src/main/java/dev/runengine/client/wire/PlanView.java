package dev.runengine.client.wire;

import java.util.List;
import java.util.UUID;

/** What an update would do, in the workflow's order. */
public record PlanView(UUID baseRunId, String changeType, int stepsToExecute, List<PlannedStepView> steps) {
    public PlanView {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
