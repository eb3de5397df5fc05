package dev.runengine.runtime.engine;

import java.util.UUID;

/** A run that is recorded and will be executed. */
public record QueuedRun(UUID runId, String message) {}
