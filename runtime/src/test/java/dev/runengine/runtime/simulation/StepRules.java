package dev.runengine.runtime.simulation;

import dev.runengine.core.run.Counters;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.simulation.StepTruth.Standing;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What may be recorded of a step after what. */
final class StepRules {
    private final Scheduler scheduler;
    private final Complaints complaints;
    private final Set<UUID> keys = new HashSet<>();

    StepRules(Scheduler scheduler, Complaints complaints) {
        this.scheduler = scheduler;
        this.complaints = complaints;
    }

    void apply(RunTruth run, Transition transition, Instant at) {
        if (transition instanceof Transition.StepMoved(int number, StepState from, StepState to)) {
            var truth = run.steps.get(number);
            require(truth.standing != Standing.DONE, run, truth, "is done, and moves to " + to);
            if (from instanceof StepState.Awaiting
                    || to instanceof StepState.Awaiting
                    || to instanceof StepState.Waiting) {
                heard(truth, from, to.counters());
            }
            count(run, truth, to.counters());
            switch (to) {
                case StepState.Executing executing -> execute(run, number, truth, executing, at);
                case StepState.BackingOff backingOff -> {
                    require(
                            truth.standing == Standing.EXECUTING || truth.standing == Standing.AWAITING,
                            run,
                            truth,
                            "backs off without a try");
                    truth.standing = Standing.BACKING_OFF;
                    truth.retryAt = backingOff.retryAt();
                }
                case StepState.Awaiting _ -> {
                    require(
                            run.dependenciesDone(number),
                            run,
                            truth,
                            "waits for others before its dependencies are done");
                    require(run.shares(truth.step), run, truth, "waits for others, and is not to share");
                    truth.standing = Standing.AWAITING;
                }
                case StepState.Done done -> done(run, number, truth, done);
                case StepState.Failed _ -> {
                    truth.standing = Standing.FAILED;
                    run.stepFailed = true;
                }
                case StepState.Cancelled _ -> {
                    require(run.cancelAsked || run.graph.timeLimit().isPresent(), run, truth, "is cancelled unasked");
                    truth.standing = Standing.CANCELLED;
                }
                case StepState.Held _ -> require(false, run, truth, "is held, with no remote job");
                case StepState.Waiting _
                when truth.standing == Standing.AWAITING -> {
                    require(run.stepFailed, run, truth, "stops waiting for others, and its run goes on");
                    truth.standing = Standing.PENDING;
                }
                case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ ->
                    require(false, run, truth, "goes back to " + to);
            }
        }
    }

    /** What was shared counts as if it had been tried here; an execution that was not needed does not count. */
    private static void heard(StepTruth truth, StepState from, Counters counters) {
        truth.begun += Math.max(0, counters.failures() - truth.failures);
        boolean notNeeded = from instanceof StepState.Awaiting || counters.attempt() == truth.attempt - 1;
        if (truth.standing == Standing.EXECUTING && notNeeded) {
            truth.attempt--;
        }
        truth.standing = Standing.AWAITING;
    }

    private void count(RunTruth run, StepTruth truth, Counters counters) {
        require(counters.attempt() >= truth.attempt, run, truth, "forgets attempts");
        require(counters.failures() >= truth.failures, run, truth, "forgets failures");
        require(counters.failures() <= truth.step.retry().maxAttempts(), run, truth, "is tried too often");
        require(counters.failures() <= truth.begun, run, truth, "failed more often than it was tried");
        require(counters.lost() <= truth.step.retry().maxLost(), run, truth, "is lost too often");
        require(counters.lost() <= run.losses, run, truth, "is lost more often than its owners");
        truth.failures = counters.failures();
        truth.lost = counters.lost();
    }

    private void execute(RunTruth run, int number, StepTruth truth, StepState.Executing to, Instant at) {
        require(run.dependenciesDone(number), run, truth, "starts before its dependencies are done");
        require(to.counters().attempt() == truth.attempt + 1, run, truth, "miscounts its attempts");
        switch (truth.standing) {
            case EXECUTING -> require(to.executionKey().equals(truth.key), run, truth, "goes on under another key");
            case BACKING_OFF, PENDING, AWAITING -> {
                require(keys.add(to.executionKey()), run, truth, "is tried again under the same key");
                require(!run.stepFailed || !run.graph.failFast(), run, truth, "starts though the run has failed");
                require(truth.retryAt == null || !at.isBefore(truth.retryAt), run, truth, "is tried again too early");
            }
            case DONE, FAILED, CANCELLED -> require(false, run, truth, "starts though it is " + truth.standing);
        }
        truth.standing = Standing.EXECUTING;
        truth.attempt = to.counters().attempt();
        truth.key = to.executionKey();
        truth.retryAt = null;
    }

    private void done(RunTruth run, int number, StepTruth truth, StepState.Done done) {
        if (done instanceof StepState.Completed) {
            require(truth.standing == Standing.EXECUTING, run, truth, "is completed without having started");
        } else {
            require(run.dependenciesDone(number), run, truth, "is reused before its dependencies are done");
        }
        var expected = run.results.get(truth.step.id());
        require(Words.text(done.output().data()).equals(expected), run, truth, "has a wrong result");
        truth.standing = Standing.DONE;
    }

    void checkStatus(RunTruth run, Entry entry) {
        run.status = entry.after().phase().status();
        switch (run.status) {
            case COMPLETED -> require(run.allDone(), run, "is completed, and not all its steps are done");
            case FAILED ->
                require(
                        run.stepFailed || run.graph.timeLimit().isPresent(),
                        run,
                        "is failed, and none of its steps is");
            case CANCELLED -> require(run.cancelAsked, run, "is cancelled unasked");
            case QUEUED -> require(false, run, "is queued again by its owner");
            case RUNNING -> {}
        }
        if (run.status.over()) {
            require(entry.after().phase() instanceof Phase.Ended, run, "is over before its end");
            require(
                    run.steps.stream()
                            .noneMatch(step ->
                                    step.standing == Standing.EXECUTING || step.standing == Standing.BACKING_OFF),
                    run,
                    "is over while a step is not");
            require(
                    run.status != RunStatus.CANCELLED
                            || run.steps.stream().noneMatch(step -> step.standing == Standing.PENDING),
                    run,
                    "is cancelled, and one of its steps is not");
            run.owner = null;
        }
    }

    private void require(boolean holds, RunTruth run, StepTruth step, String what) {
        if (!holds) {
            complaints.add(run + "." + step.step.id() + " " + what + " at " + scheduler.nowMs() + " ms");
        }
    }

    private void require(boolean holds, RunTruth run, String what) {
        if (!holds) {
            complaints.add(run + " " + what);
        }
    }
}
