package dev.runengine.runtime.engine;

import java.util.UUID;

/** A run that is recorded and will be executed. @param repeated whether the same request was given this answer before */
public record QueuedRun(UUID runId, String message, boolean repeated) {
    QueuedRun(UUID runId, String message) {
        this(runId, message, false);
    }
}
