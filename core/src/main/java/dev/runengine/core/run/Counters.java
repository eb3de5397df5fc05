package dev.runengine.core.run;

/**
 * What bounds the tries of a step.
 *
 * @param attempt executions started, over retries of the run too
 * @param failures executions that returned a failure since the run was last queued
 * @param lost executions that ended with their worker since the run was last queued
 */
public record Counters(int attempt, int failures, int lost) {
    public static final Counters ZERO = new Counters(0, 0, 0);

    Counters started() {
        return new Counters(attempt + 1, failures, lost);
    }

    /** Of an execution that was recorded and then was not needed. */
    Counters notStarted() {
        return new Counters(attempt - 1, failures, lost);
    }

    Counters failed() {
        return failed(1);
    }

    /** @param times that an execution shared with others returned a failure */
    Counters failed(int times) {
        return new Counters(attempt, failures + times, lost);
    }

    Counters lostWithWorker() {
        return new Counters(attempt, failures, lost + 1);
    }

    /** For a run that is queued again: only the number of executions is remembered. */
    public Counters forgiven() {
        return new Counters(attempt, 0, 0);
    }
}
