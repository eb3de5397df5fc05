package dev.runengine.client.wire;

/** What is expected of a step: RUN, REUSE or MAYBE. */
public record PlannedStepView(String stepId, String expectation, String reason) {}
