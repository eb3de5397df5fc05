package dev.runengine.runtime.execution;

import java.util.concurrent.Semaphore;

/** Bounds how many skills run at once. Waiting for a permit does not count as running time. */
record PermitStage(Semaphore permits, Stage next) implements Stage {
    @Override
    public StepOutcome run(StepTask task) throws InterruptedException {
        try (var permit = new Permit(this::acquire, task.supervisor())) {
            return next.run(task.with(permit));
        }
    }

    private Runnable acquire() throws InterruptedException {
        permits.acquire();
        return permits::release;
    }
}
