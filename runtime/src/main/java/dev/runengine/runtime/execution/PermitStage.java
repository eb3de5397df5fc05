package dev.runengine.runtime.execution;

import java.util.concurrent.Semaphore;

/** Bounds how many skills run at once. Waiting for a permit does not count as running time. */
record PermitStage(Semaphore permits, Stage next) implements Stage {
    @Override
    public StepOutcome run(StepTask task) throws InterruptedException {
        var permit = new Permit(permits, task.supervisor());
        permit.acquire();
        try {
            return next.run(task.with(permit));
        } finally {
            permit.release();
        }
    }
}
