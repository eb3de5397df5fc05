package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.List;
import java.util.function.Function;

/** What the engine says to a wish. */
public sealed interface Answer<T> {
    record Accepted<T>(T value) implements Answer<T> {}

    /** Nothing was changed. @param problems places in the request, when it is the request's fault */
    record Refused<T>(ErrorCode code, String message, List<Problem> problems) implements Answer<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Goes on with what was accepted; a refusal stays one. */
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(var code, var message, var problems) -> new Refused<>(code, message, problems);
        };
    }

    static <T> Answer<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Answer<T> refused(ErrorCode code, String message) {
        return new Refused<>(code, message, List.of());
    }

    static <T> Answer<T> refused(ErrorCode code, String message, List<Problem> problems) {
        return new Refused<>(code, message, problems);
    }
}
