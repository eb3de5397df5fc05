package dev.runengine.runtime.execution;

/** One concern of an execution. A stage does its part and calls the next, or does not. */
@FunctionalInterface
interface Stage {
    /** @throws InterruptedException when the execution was told to stop */
    StepOutcome run(StepTask task) throws InterruptedException;
}
