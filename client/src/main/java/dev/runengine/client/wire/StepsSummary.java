package dev.runengine.client.wire;

/** How many steps of a run have which status. */
public record StepsSummary(
        int total, int pending, int running, int completed, int skipped, int failed, int cancelled) {}
