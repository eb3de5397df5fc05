package dev.runengine.runtime.execution;

import dev.runengine.core.json.Json;
import java.util.UUID;

/** One execution to be done. */
public record StepTask(
        UUID runId, String tenant, String stepId, String skillId, Json input, int attempt, UUID executionKey) {}
