package dev.runengine.runtime.simulation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first thing that went against a rule. */
final class Complaints {
    private @Nullable AssertionError first;

    void add(String what) {
        if (first == null) {
            first = new AssertionError(what);
        }
    }

    void add(String what, Throwable cause) {
        if (first == null) {
            first = new AssertionError(what, cause);
        }
    }

    Optional<AssertionError> first() {
        return Optional.ofNullable(first);
    }
}
