package dev.runengine.runtime.port;

import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import java.time.Instant;
import java.util.UUID;

/**
 * Hears of transitions after their commit, in order for each run. Called on a thread of its own: a slow listener delays
 * itself, not the runs.
 */
public interface EngineListener {
    /** @param after the state once all transitions of the same commit are applied */
    void committed(RunState after, Transition transition, Instant at);

    /** An execution has told how far it is, from 0 to 1. Not recorded, and at most once a second for each execution. */
    default void progressed(UUID runId, String stepId, double progress, Instant at) {
        // most listeners have no use for it
    }
}
