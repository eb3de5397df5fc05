package dev.runengine.core.reuse;

import dev.runengine.core.skill.Usage;
import java.util.UUID;

/**
 * An execution that succeeded: what its result cost, and what whoever reuses the result does not pay again.
 *
 * @param runId of the run that made it, which may have been deleted since
 * @param durationMs of the successful attempt
 */
public record Execution(UUID runId, long durationMs, Usage usage) {}
