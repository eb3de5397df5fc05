package dev.runengine.server.run;

import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.limit.Wait;
import dev.runengine.runtime.port.JobStanding;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunWait;
import dev.runengine.runtime.port.StepRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of a run wait for. Nothing of it is recorded: it follows from the run and its steps, and from what the
 * executions of this process wait for, so of a run that another process drives less is known.
 *
 * @param steps all of the run, in the workflow's order
 * @param workflow absent where this node does not know the run's version: then nothing is known of dependencies
 * @param here what executions of this process wait for, by step
 */
record StepWaits(RunRecord run, List<StepRecord> steps, Optional<CompiledWorkflow> workflow, Map<String, Wait> here) {

    Optional<String> of(StepRecord step) {
        if (run.status().over()) {
            return Optional.empty();
        }
        return switch (step.status()) {
            case PENDING -> dependenciesAreDone(step) ? ofRun().or(this::paused) : Optional.of("dependencies");
            case RUNNING ->
                settlement(step)
                        .or(this::ofRun)
                        .or(() -> step.nextAttemptAt().flatMap(_ -> paused().or(() -> Optional.of("retry at"))))
                        .or(() -> step.awaitedRun().map(_ -> "in-flight twin"))
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

    /** A run keeps its owner until what executes has ended. */
    private Optional<String> paused() {
        return run.pausedAt().map(_ -> RunWait.PAUSE.word());
    }

    private boolean dependenciesAreDone(StepRecord step) {
        return workflow.stream()
                .flatMapToInt(known -> Arrays.stream(known.dependencies(step.stepNo())))
                .mapToObj(dependency -> steps.get(dependency).status())
                .allMatch(status -> status == StepStatus.COMPLETED || status == StepStatus.SKIPPED);
    }

    private static String word(Wait wait) {
        return switch (wait) {
            case PERMIT -> "permit";
            case RATE_LIMIT -> "rate limit";
        };
    }
}
