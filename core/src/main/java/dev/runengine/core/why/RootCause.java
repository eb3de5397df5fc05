package dev.runengine.core.why;

import java.util.List;

/**
 * A cause and the way from it to the step in question.
 *
 * @param path the steps on the way: the one next to the cause first, the one in question last
 */
public record RootCause(Cause cause, List<String> path) {
    public RootCause {
        path = List.copyOf(path);
    }
}
