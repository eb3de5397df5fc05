package dev.runengine.runtime.port;

import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import java.time.Instant;

/**
 * Hears of transitions after their commit, in order for each run. Called on a thread of its own: a slow listener delays
 * itself, not the runs.
 */
public interface EngineListener {
    /** @param after the state once all transitions of the same commit are applied */
    void committed(RunState after, Transition transition, Instant at);
}
