package dev.runengine.client.wire;

/** A workflow version that can be run. */
public record WorkflowSummary(String name, String version, String description, int stepCount) {}
