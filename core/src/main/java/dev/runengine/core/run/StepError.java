package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.time.Instant;
import java.util.List;

/** Why an attempt at a step, or the step, failed. */
public record StepError(ErrorCode code, String message, int attempt, Instant at, List<Problem> details) {
    public StepError {
        details = List.copyOf(details);
    }
}
