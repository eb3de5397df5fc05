package dev.runengine.client.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an update would do, in the workflow's order.
 *
 * @param planId to have exactly this executed, until it expires
 * @param stepsToExecute those that run and those that may
 */
public record PlanView(
        UUID planId,
        Instant expiresAt,
        UUID baseRunId,
        String changeType,
        int stepsToExecute,
        List<PlannedStepView> steps,
        BillView totals) {
    public PlanView {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
