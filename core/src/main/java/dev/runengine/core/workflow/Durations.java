package dev.runengine.core.workflow;

import java.time.Duration;

/** What every duration of a workflow keeps to. */
final class Durations {
    private Durations() {}

    static void requirePositive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be positive, not " + duration);
        }
    }
}
