package dev.runengine.client;

import dev.runengine.client.wire.ProblemView;
import java.time.Duration;
import java.util.Optional;

/** The server refused, and says why. */
public final class RunEngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemView problem;
    private final transient Optional<Duration> retryAfter;

    RunEngineException(ProblemView problem, Optional<Duration> retryAfter) {
        super(problem.error() + ": " + problem.detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public ProblemView problem() {
        return problem;
    }

    /** After which the server may be asked again, where it says so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
