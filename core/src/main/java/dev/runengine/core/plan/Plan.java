package dev.runengine.core.plan;

import java.util.List;

/** What is expected of each step of an update, in the workflow's order. */
public record Plan(List<PlannedStep> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Steps that run, and steps that may. */
    public int stepsToExecute() {
        return (int) steps.stream()
                .filter(step -> step.expectation() != Expectation.REUSE)
                .count();
    }

    public record PlannedStep(String stepId, Expectation expectation, String reason) {}

    public enum Expectation {
        /** It executes. */
        RUN,
        /** Its result is taken over. */
        REUSE,
        /** It depends on something that is not known yet. */
        MAYBE
    }
}
