package dev.runengine.runtime.execution;

import dev.runengine.runtime.limit.Admission;

/** Bounds how many skills run at once, here and in the fleet. Waiting for a permit does not count as running time. */
record PermitStage(Admission admission, Stage next) implements Stage {
    @Override
    public StepOutcome run(StepTask task) throws InterruptedException {
        try (var permit = new Permit(() -> enter(task), task.supervisor())) {
            return next.run(task.with(permit));
        }
    }

    private Runnable enter(StepTask task) throws InterruptedException {
        var pass = admission.enter(task.tenant(), task.skillId(), task.runId(), task.stepId());
        return pass::close;
    }
}
