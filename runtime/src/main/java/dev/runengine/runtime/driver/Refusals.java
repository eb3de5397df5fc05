package dev.runengine.runtime.driver;

import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunState;
import java.time.Instant;

/** What happens instead of an event that the store refuses to record. */
final class Refusals {
    private Refusals() {}

    /**
     * The step whose outcome was refused fails, and only it.
     *
     * @throws IllegalStateException when the event is no step's outcome: then the record itself is broken
     */
    static RunEvent instead(RunState state, RunEvent event, String message, Instant at) {
        return switch (event) {
            case RunEvent.Succeeded e -> refused(state, e.step(), message, at);
            case RunEvent.AttemptFailed e -> refused(state, e.step(), message, at);
            case RunEvent.JobNoted e -> refused(state, e.step(), message, at);
            case RunEvent.FlightEnded e -> refused(state, e.step(), message, at);
            case RunEvent.FlightTaken _,
                    RunEvent.Overtaken _,
                    RunEvent.AttemptStopped _,
                    RunEvent.Claimed _,
                    RunEvent.InputResolved _,
                    RunEvent.InputUnresolved _,
                    RunEvent.LookedUp _,
                    RunEvent.RetryDue _,
                    RunEvent.Settled _,
                    RunEvent.DrainRequested _,
                    RunEvent.ResumeRequested _,
                    RunEvent.CancelRequested _,
                    RunEvent.TimeLimitReached _,
                    RunEvent.RecordRefused _ ->
                throw new IllegalStateException("the store refuses to record " + event + ": " + message);
        };
    }

    private static RunEvent refused(RunState state, int step, String message, Instant at) {
        return new RunEvent.RecordRefused(
                step, "what " + state.workflow().step(step).id() + " has to say cannot be recorded: " + message, at);
    }
}
