package dev.runengine.core.reuse;

import java.util.UUID;

/** The step of a run whose execution others wait for, since they need the same work. */
public record FlightLeader(UUID runId, int step) {}
