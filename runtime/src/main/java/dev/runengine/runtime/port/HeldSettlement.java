package dev.runengine.runtime.port;

import dev.runengine.core.run.Settlement;
import java.util.UUID;

/** What a person has said about a held step, not yet acted on. @param attempt that is held */
public record HeldSettlement(UUID runId, int stepNo, int attempt, Settlement settlement) {}
