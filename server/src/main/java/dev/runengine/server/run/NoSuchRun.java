package dev.runengine.server.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.server.problem.ApiProblem;
import java.util.UUID;

/** The refusal of a run that is not there, or not this tenant's: the two must look the same. */
final class NoSuchRun {
    private NoSuchRun() {}

    static ApiProblem problem(UUID runId) {
        return ApiProblem.of(ErrorCode.RUN_NOT_FOUND, "there is no run " + runId);
    }
}
