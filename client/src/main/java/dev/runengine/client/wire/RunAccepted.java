package dev.runengine.client.wire;

import java.util.UUID;

/** A run that is recorded and will be executed. */
public record RunAccepted(UUID runId, String status, String message) {}
