package dev.runengine.server.run;

import dev.runengine.runtime.limit.Wait;
import dev.runengine.runtime.port.JobStanding;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunWait;
import dev.runengine.runtime.port.StepRecord;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of a run wait for. Nothing of it is recorded: it follows from the run and its steps, and from what the
 * executions of this process wait for, so of a run that another process drives less is known.
 *
 * @param here what executions of this process wait for, by step
 */
record StepWaits(RunRecord run, Map<String, Wait> here) {

    Optional<String> of(StepRecord step) {
        return switch (step.status()) {
            case PENDING -> run.status().over() ? Optional.empty() : ofRun().or(() -> Optional.of("dependencies"));
            case RUNNING ->
                settlement(step)
                        .or(this::ofRun)
                        .or(() -> step.nextAttemptAt().map(_ -> "retry at"))
                        .or(() -> Optional.ofNullable(here.get(step.stepId())).map(StepWaits::word));
            case COMPLETED, SKIPPED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    /** A person can settle a step whether or not a worker drives its run. */
    private static Optional<String> settlement(StepRecord step) {
        return step.job().filter(JobStanding::held).map(_ -> "reconciliation");
    }

    private Optional<String> ofRun() {
        return run.waitingFor().map(RunWait::word);
    }

    private static String word(Wait wait) {
        return switch (wait) {
            case PERMIT -> "permit";
            case RATE_LIMIT -> "rate limit";
        };
    }
}
