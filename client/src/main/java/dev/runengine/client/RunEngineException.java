package dev.runengine.client;

import dev.runengine.client.wire.ProblemView;

/** The server refused, and says why. */
public final class RunEngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemView problem;

    RunEngineException(ProblemView problem) {
        super(problem.error() + ": " + problem.detail());
        this.problem = problem;
    }

    public ProblemView problem() {
        return problem;
    }
}
