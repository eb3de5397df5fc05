package dev.runengine.core.run;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.Phase.Ended.Outcome;
import java.time.Instant;
import java.util.Optional;

/** How a run comes to its end: completed, failed at a step, cancelled, or out of time. */
final class Ending {
    private Ending() {}

    /** Ends the run once nothing in it is on its way any more. */
    static void settle(Turn turn, Instant at) {
        var state = turn.state();
        if (state.active() > 0 || state.over() || state.phase() instanceof Phase.Queued) {
            return;
        }
        switch (state.phase()) {
            case Phase.Failing(var error) -> turn.move(new Phase.Ended(new Outcome.Failed(error), at));
            case Phase.Stopping(var outcome) -> turn.move(new Phase.Ended(outcome, at));
            case Phase.Running _ -> turn.move(new Phase.Ended(outcomeOf(state, at), at));
            case Phase.Draining _ -> {
                if (state.tally().done() == state.tally().total()) {
                    turn.move(new Phase.Ended(new Outcome.Completed(), at));
                }
            }
            case Phase.Queued _, Phase.Ended _ -> {}
        }
    }

    /** With failFast off, a failure shows only when the branches beside it are done. */
    private static Outcome outcomeOf(RunState state, Instant at) {
        for (int step = 0; step < state.steps().size(); step++) {
            if (state.step(step) instanceof StepState.Failed failed) {
                return new Outcome.Failed(runError(state, step, failed.error(), at));
            }
        }
        return new Outcome.Completed();
    }

    static void failStepUnstarted(Turn turn, int step, Counters counters, StepError error) {
        turn.move(
                step,
                new StepState.Failed(
                        counters, Optional.empty(), error, Optional.empty(), error.at(), Optional.empty()));
        failedAt(turn, step, error, error.at());
    }

    /** @param resumable what a retry of the run goes on with */
    static void failStep(
            Turn turn, int step, StepState.Executing tried, StepError error, Optional<StepState.Executing> resumable) {
        failStep(turn, step, tried.counters(), tried.prepared().fingerprint(), tried.startedAt(), error, resumable);
    }

    static void failStep(
            Turn turn,
            int step,
            Counters counters,
            Fingerprint fingerprint,
            Instant startedAt,
            StepError error,
            Optional<StepState.Executing> resumable) {
        turn.move(
                step,
                new StepState.Failed(
                        counters, Optional.of(fingerprint), error, Optional.of(startedAt), error.at(), resumable));
        failedAt(turn, step, error, error.at());
    }

    static void failedAt(Turn turn, int step, StepError error, Instant at) {
        if (goesOn(turn.state().phase()) && turn.state().workflow().spec().failFast()) {
            turn.move(new Phase.Failing(runError(turn.state(), step, error, at)));
            holdBack(turn, at);
        }
    }

    /** Nothing new starts: what was about to goes back to waiting, what backs off fails with its last error. */
    private static void holdBack(Turn turn, Instant at) {
        for (int step = 0; step < turn.state().steps().size(); step++) {
            switch (turn.state().step(step)) {
                case StepState.Resolving(var counters) -> turn.shift(step, new StepState.Waiting(counters, 0));
                case StepState.LookingUp(var counters, var _, var _) ->
                    turn.shift(step, new StepState.Waiting(counters, 0));
                case StepState.BackingOff b ->
                    turn.move(
                            step,
                            new StepState.Failed(
                                    b.counters(),
                                    Optional.of(b.prepared().fingerprint()),
                                    b.last(),
                                    Optional.of(b.startedAt()),
                                    at,
                                    Submissions.resumable(b)));
                case StepState.Held(var execution, var error) ->
                    turn.move(
                            step,
                            new StepState.Failed(
                                    execution.counters(),
                                    Optional.of(execution.prepared().fingerprint()),
                                    error,
                                    Optional.of(execution.startedAt()),
                                    at,
                                    Optional.of(execution)));
                case StepState.Awaiting awaiting -> turn.move(step, new StepState.Waiting(awaiting.counters(), 0));
                case StepState.Waiting _, StepState.Executing _, StepState.Done _ -> {}
                case StepState.Failed _, StepState.Cancelled _ -> {}
            }
        }
    }

    private static boolean goesOn(Phase phase) {
        return phase instanceof Phase.Running || phase instanceof Phase.Draining;
    }

    static void drain(Turn turn) {
        if (turn.state().phase() instanceof Phase.Running) {
            turn.move(new Phase.Draining());
        }
    }

    static void cancel(Turn turn, Instant at) {
        switch (turn.state().phase()) {
            case Phase.Queued _, Phase.Running _, Phase.Draining _, Phase.Failing _ ->
                stop(turn, new Outcome.Cancelled(), at);
            case Phase.Stopping(Outcome.Cancelled _) -> {}
            case Phase.Stopping _ -> turn.move(new Phase.Stopping(new Outcome.Cancelled()));
            case Phase.Ended _ -> {}
        }
    }

    static void outOfTime(Turn turn, Instant at) {
        var error = new RunError(
                ErrorCode.RUN_TIMEOUT,
                "the run took longer than the time limit of its workflow; raise the limit, or retry the run:"
                        + " finished steps are kept",
                Optional.empty(),
                at);
        if (goesOn(turn.state().phase())) {
            stop(turn, new Outcome.Failed(error), at);
        }
    }

    private static void stop(Turn turn, Outcome outcome, Instant at) {
        turn.move(new Phase.Stopping(outcome));
        for (int step = 0; step < turn.state().steps().size(); step++) {
            switch (turn.state().step(step)) {
                case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.BackingOff _ ->
                    cancelStep(turn, step, at);
                case StepState.Held _, StepState.Awaiting _ -> cancelStep(turn, step, at);
                case StepState.Executing _ -> turn.command(new Command.Interrupt(step));
                case StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> {}
            }
        }
    }

    static void cancelStep(Turn turn, int step, Instant at) {
        var stopped = turn.state().step(step);
        turn.move(
                step,
                new StepState.Cancelled(stopped.counters(), startedAt(turn, step), at, Submissions.resumable(stopped)));
    }

    private static Optional<Instant> startedAt(Turn turn, int step) {
        return switch (turn.state().step(step)) {
            case StepState.Executing executing -> Optional.of(executing.startedAt());
            case StepState.BackingOff backingOff -> Optional.of(backingOff.startedAt());
            case StepState.Held held -> Optional.of(held.execution().startedAt());
            case StepState.Awaiting awaiting -> Optional.of(awaiting.since());
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _ -> Optional.empty();
            case StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> Optional.empty();
        };
    }

    /** Retries used up have a code of their own; the step keeps that of its last attempt. */
    private static RunError runError(RunState state, int step, StepError error, Instant at) {
        var spec = state.workflow().step(step);
        boolean usedUp = spec.retry().maxAttempts() > 1
                && state.step(step).counters().failures() >= spec.retry().maxAttempts();
        return new RunError(
                usedUp ? ErrorCode.MAX_RETRIES_EXCEEDED : error.code(),
                "step " + spec.id() + " failed: " + error.message(),
                Optional.of(spec.id()),
                at);
    }
}
