package dev.runengine.runtime.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is recorded of a step, as somebody saw it who only watched the store. */
final class StepTruth {
    enum Standing {
        PENDING,
        EXECUTING,
        AWAITING,
        BACKING_OFF,
        DONE,
        FAILED,
        CANCELLED
    }

    final Graph.Step step;
    Standing standing = Standing.PENDING;
    int attempt;
    int failures;
    int lost;
    /** Executions begun since the run was last queued, here or shared: there cannot be more failures. */
    int begun;

    @Nullable
    UUID key;

    @Nullable
    Instant retryAt;

    StepTruth(Graph.Step step) {
        this.step = step;
    }

    void queuedAgain() {
        if (standing != Standing.DONE) {
            standing = Standing.PENDING;
            failures = 0;
            lost = 0;
            begun = 0;
            key = null;
            retryAt = null;
        }
    }
}
