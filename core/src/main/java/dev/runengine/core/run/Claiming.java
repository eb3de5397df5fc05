package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunEvent.Claimed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starting a run, or going on with one that lost its owner. */
final class Claiming {
    private Claiming() {}

    static void claimed(Turn turn, Claimed event) {
        switch (turn.state().phase()) {
            case Phase.Queued _ -> start(turn, event);
            case Phase.Running _, Phase.Draining _, Phase.Failing _, Phase.Stopping _ -> resume(turn, event);
            case Phase.Ended _ -> {}
        }
    }

    private static void start(Turn turn, Claimed event) {
        turn.start(event.at());
        takeOverUntouched(turn, event);
        for (int step = 0; step < turn.state().steps().size(); step++) {
            if (turn.state().step(step) instanceof StepState.Executing executing) {
                resumeExecution(turn, step, executing, event);
            } else {
                Readiness.resolveIfReady(turn, step);
            }
        }
    }

    /**
     * What a change does not touch stands as it is in the base run, without resolving any input. All of it is taken over
     * before anything is told to be done: else an untouched step behind another would be resolved like a touched one.
     */
    private static void takeOverUntouched(Turn turn, Claimed event) {
        var takenOver = new ArrayList<Integer>();
        for (int step = 0; step < turn.state().steps().size(); step++) {
            var untouched = Candidates.untouched(turn.state(), step);
            if (untouched.isPresent()
                    && turn.state().step(step) instanceof StepState.Waiting(Counters counters, var _)) {
                var base = turn.state().base().orElseThrow().runId();
                turn.move(
                        step,
                        new StepState.Reused(
                                counters,
                                Fingerprint.of(untouched.get()),
                                Optional.empty(),
                                StepDecision.of(Verdict.BASE_RUN, base),
                                untouched.get().output(),
                                untouched.get().madeBy(),
                                Optional.empty(),
                                event.at()));
                takenOver.add(step);
            }
        }
        takenOver.forEach(step -> Readiness.countDown(turn, step));
    }

    private static void resume(Turn turn, Claimed event) {
        if (wasOutOfTime(turn.state())) {
            Ending.outOfTime(turn, event.at());
            return;
        }
        for (int step = 0; step < turn.state().steps().size(); step++) {
            switch (turn.state().step(step)) {
                case StepState.Executing executing -> resumeExecution(turn, step, executing, event);
                case StepState.BackingOff b ->
                    turn.command(new Command.SetTimer(step, b.counters().attempt(), b.retryAt()));
                case StepState.Awaiting awaiting -> Sharing.watch(turn, step, awaiting);
                case StepState.Held _ -> {}
                case StepState.Waiting _ -> Readiness.resolveIfReady(turn, step);
                case StepState.Resolving _, StepState.LookingUp _ -> Readiness.resolveAgain(turn, step);
                case StepState.Failed failed -> Ending.failedAt(turn, step, failed.error(), event.at());
                case StepState.Done _, StepState.Cancelled _ -> {}
            }
        }
    }

    /** Timers of steps in back-off are set again: one may have rung unheard in the meantime. */
    static void resumed(Turn turn) {
        if (!(turn.state().phase() instanceof Phase.Draining)) {
            return;
        }
        turn.move(new Phase.Running());
        for (int step = 0; step < turn.state().steps().size(); step++) {
            switch (turn.state().step(step)) {
                case StepState.Waiting _ -> Readiness.resolveIfReady(turn, step);
                case StepState.Resolving _, StepState.LookingUp _ -> Readiness.resolveAgain(turn, step);
                case StepState.BackingOff b ->
                    turn.command(new Command.SetTimer(step, b.counters().attempt(), b.retryAt()));
                case StepState.Awaiting awaiting -> Sharing.watch(turn, step, awaiting);
                case StepState.Executing _, StepState.Held _ -> {}
                case StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> {}
            }
        }
    }

    /** Of a run whose cancellation nobody asked for, steps are cancelled only when its time is up. */
    private static boolean wasOutOfTime(RunState state) {
        return state.phase() instanceof Phase.Running && state.tally().cancelled() > 0;
    }

    private static void resumeExecution(Turn turn, int step, StepState.Executing executing, Claimed event) {
        var counters =
                event.handedOver() ? executing.counters() : executing.counters().lostWithWorker();
        var spec = turn.state().workflow().step(step);
        if (counters.lost() >= spec.retry().maxLost()) {
            var error = new StepError(
                    ErrorCode.WORKER_LOST,
                    "the worker was lost " + counters.lost() + " times while " + spec.id()
                            + " was executing; look for a crash or a lack of memory there, then retry the run",
                    counters.attempt(),
                    event.at(),
                    List.of());
            giveUp(turn, step, executing.with(counters), error);
            return;
        }
        var again = executing.with(counters.started());
        turn.move(step, again);
        turn.command(Command.Execute.of(step, again));
    }

    /** Nobody has ended the remote job of a lost execution: a retry of the run finds it again. */
    private static void giveUp(Turn turn, int step, StepState.Executing executing, StepError error) {
        if (executing.outcomeUnknown()) {
            Submissions.hold(turn, step, executing, error);
        } else {
            Ending.failStep(
                    turn,
                    step,
                    executing,
                    error,
                    Optional.of(executing).filter(e -> e.job().isPresent()));
        }
    }
}
