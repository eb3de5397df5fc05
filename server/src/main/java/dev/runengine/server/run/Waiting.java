package dev.runengine.server.run;

import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.StepRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why steps of a run do not execute.
 *
 * @param workflow absent where this node does not know the run's version: then nothing is known of dependencies
 */
record Waiting(RunRecord run, List<StepRecord> steps, Optional<CompiledWorkflow> workflow) {
    private static final String DEPENDENCIES = "dependencies";
    private static final String RETRY = "retry";
    private static final String PAUSE = "pause";

    /** @param steps all of the run, in the workflow's order */
    static Waiting of(RunRecord run, List<StepRecord> steps, WorkflowRegistry workflows) {
        return new Waiting(run, steps, workflows.find(run.workflowName(), Optional.of(run.workflowVersion())));
    }

    Optional<String> reason(StepRecord step) {
        if (run.status().over()) {
            return Optional.empty();
        }
        return switch (step.status()) {
            case PENDING -> dependenciesAreDone(step) ? paused() : Optional.of(DEPENDENCIES);
            case RUNNING -> step.nextAttemptAt().flatMap(_ -> paused().or(() -> Optional.of(RETRY)));
            case COMPLETED, SKIPPED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private Optional<String> paused() {
        return run.pausedAt().map(_ -> PAUSE);
    }

    private boolean dependenciesAreDone(StepRecord step) {
        return workflow.stream()
                .flatMapToInt(known -> Arrays.stream(known.dependencies(step.stepNo())))
                .mapToObj(dependency -> steps.get(dependency).status())
                .allMatch(status -> status == StepStatus.COMPLETED || status == StepStatus.SKIPPED);
    }
}
