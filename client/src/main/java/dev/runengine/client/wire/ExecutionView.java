package dev.runengine.client.wire;

import java.util.UUID;

/** The execution that made a result. @param costMicros money in millionths */
public record ExecutionView(UUID runId, long durationMs, long costMicros, long tokens) {}
