package dev.runengine.core.run;

/**
 * The rules of a run. Pure: no clock, no I/O, no locks; the same state and event always give the same decision, so the
 * driver, the planner, replays and simulations can share it.
 *
 * <p>Total: every event is answered in every state. One that no longer fits (the outcome of an attempt that was given
 * up, a timer of a step that has moved on) changes nothing.
 */
public final class RunMachine {
    private RunMachine() {}

    public static Decision decide(RunState state, RunEvent event) {
        if (state.over()) {
            return Decision.nothing(state);
        }
        var turn = new Turn(state);
        switch (event) {
            case RunEvent.Claimed e -> Claiming.claimed(turn, e);
            case RunEvent.InputResolved e -> Preparing.resolved(turn, e);
            case RunEvent.InputUnresolved e -> Preparing.unresolved(turn, e);
            case RunEvent.LookedUp e -> Preparing.lookedUp(turn, e);
            case RunEvent.FlightTaken e -> Sharing.taken(turn, e);
            case RunEvent.FlightEnded e -> Sharing.ended(turn, e);
            case RunEvent.Overtaken e -> Sharing.overtaken(turn, e);
            case RunEvent.Succeeded e -> Executions.succeeded(turn, e);
            case RunEvent.AttemptFailed e -> Executions.failed(turn, e);
            case RunEvent.AttemptStopped e -> Executions.stopped(turn, e);
            case RunEvent.JobNoted e -> Submissions.noted(turn, e);
            case RunEvent.Settled e -> Submissions.settled(turn, e);
            case RunEvent.RetryDue e -> Executions.retryDue(turn, e);
            case RunEvent.RecordRefused e -> Executions.refused(turn, e);
            case RunEvent.DrainRequested _ -> Ending.drain(turn);
            case RunEvent.ResumeRequested _ -> Claiming.resumed(turn);
            case RunEvent.CancelRequested e -> Ending.cancel(turn, e.at());
            case RunEvent.TimeLimitReached e -> Ending.outOfTime(turn, e.at());
        }
        if (!(event
                instanceof RunEvent.FlightTaken)) { // comes before what starts the steps of a run that was just claimed
            Ending.settle(turn, event.at());
        }
        return turn.decision();
    }
}
