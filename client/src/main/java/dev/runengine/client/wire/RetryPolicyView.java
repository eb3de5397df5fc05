package dev.runengine.client.wire;

/** How often a step is tried. @param backoffMs before the second attempt, doubled before each further one */
public record RetryPolicyView(int maxAttempts, long backoffMs) {}
