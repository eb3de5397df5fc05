package dev.runengine.runtime.execution;

import dev.runengine.core.skill.SkillFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bug in a stage or an adapter fails the attempt, not the run's driver. */
record SafetyStage(Stage next) implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(SafetyStage.class);

    @Override
    public StepOutcome run(StepTask task) throws InterruptedException {
        try {
            return next.run(task);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("[RunEngine] Execution broke: runId={}, stepId={}", task.runId(), task.stepId(), e);
            return new StepOutcome.Failed(new SkillFailure.Broken(
                    "executing " + task.stepId() + " broke: " + e + "; the log of the worker has the stack"));
        }
    }
}
