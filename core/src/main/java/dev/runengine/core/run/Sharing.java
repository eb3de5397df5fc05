package dev.runengine.core.run;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunEvent.FlightEnded;
import dev.runengine.core.run.RunEvent.FlightTaken;
import dev.runengine.core.run.RunEvent.LookedUp;
import dev.runengine.core.run.RunEvent.Overtaken;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Runs that need the same work at the same time: the step of one executes, the others wait for its result. */
final class Sharing {
    private Sharing() {}

    static void await(Turn turn, int step, StepState.Awaiting awaiting) {
        turn.move(step, awaiting);
        watch(turn, step, awaiting);
    }

    static void watch(Turn turn, int step, StepState.Awaiting awaiting) {
        turn.command(new Command.Await(
                step, Candidates.key(turn.state(), step, awaiting.prepared().fingerprint()), awaiting.leader()));
    }

    /** While this step was nobody's to execute, another run began the same work. */
    static void taken(Turn turn, FlightTaken event) {
        switch (turn.state().step(event.step())) {
            case StepState.Executing e ->
                await(
                        turn,
                        event.step(),
                        new StepState.Awaiting(
                                e.counters(), e.prepared(), e.decision(), e.startedAt(), event.leader(), e.last()));
            case StepState.BackingOff b ->
                await(
                        turn,
                        event.step(),
                        new StepState.Awaiting(
                                b.counters(),
                                b.prepared(),
                                b.decision(),
                                b.startedAt(),
                                event.leader(),
                                Optional.of(b.last())));
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.Awaiting _ -> {}
            case StepState.Held _, StepState.Done _, StepState.Failed _, StepState.Cancelled _ -> {}
        }
    }

    static void ended(Turn turn, FlightEnded event) {
        if (!(turn.state().phase() instanceof Phase.Running)
                || !(turn.state().step(event.step()) instanceof StepState.Awaiting awaiting)
                || !awaiting.leader().equals(event.leader())) {
            return;
        }
        if (event.failure().isPresent()) {
            failed(turn, event, awaiting, event.failure().get());
        } else {
            lookAgain(turn, event.step(), awaiting);
        }
    }

    private static void lookAgain(Turn turn, int step, StepState.Awaiting awaiting) {
        turn.command(new Command.LookUp(
                step, Candidates.key(turn.state(), step, awaiting.prepared().fingerprint())));
    }

    /** What was tried for all counts for all, up to the tries that each of them has. */
    private static void failed(Turn turn, FlightEnded event, StepState.Awaiting awaiting, TwinFailure failure) {
        var spec = turn.state().workflow().step(event.step());
        int left = spec.retry().maxAttempts() - awaiting.counters().failures();
        var counters = awaiting.counters().failed(Math.min(failure.failures(), left));
        var error = new StepError(
                failure.error().code(),
                "the execution that this step shared with run " + event.leader().runId() + " failed: "
                        + failure.error().message(),
                counters.attempt(),
                event.at(),
                failure.error().details());
        var delay =
                Retries.delayAfterTwin(spec.retry(), counters, failure.error().code(), event.jitter());
        if (delay.isEmpty()) {
            Ending.failStep(
                    turn,
                    event.step(),
                    counters,
                    awaiting.prepared().fingerprint(),
                    awaiting.since(),
                    error,
                    Optional.empty());
            return;
        }
        var retryAt = event.at().plus(delay.get());
        turn.move(
                event.step(),
                new StepState.BackingOff(
                        counters,
                        awaiting.prepared(),
                        awaiting.decision(),
                        awaiting.since(),
                        retryAt,
                        error,
                        Optional.empty()));
        turn.command(new Command.SetTimer(event.step(), counters.attempt(), retryAt));
    }

    /** The result came between the look-up and the commit that took the flight: nothing has been executed. */
    static void overtaken(Turn turn, Overtaken event) {
        if (!(turn.state().step(event.step()) instanceof StepState.Executing e)
                || e.counters().attempt() != event.attempt()) {
            return;
        }
        var awaiting = new StepState.Awaiting(
                e.counters().notStarted(), e.prepared(), e.decision(), e.startedAt(), event.leader(), e.last());
        switch (turn.state().phase()) {
            case Phase.Running _ -> {
                turn.shift(event.step(), awaiting);
                lookAgain(turn, event.step(), awaiting);
            }
            case Phase.Draining _ -> turn.move(event.step(), awaiting);
            case Phase.Failing _ -> turn.move(event.step(), new StepState.Waiting(awaiting.counters(), 0));
            case Phase.Stopping _ -> Ending.cancelStep(turn, event.step(), event.at());
            case Phase.Queued _, Phase.Ended _ -> {}
        }
    }

    static void lookedUp(Turn turn, StepState.Awaiting awaiting, LookedUp event) {
        switch (event.answer()) {
            case CacheAnswer.Hit hit -> {
                turn.move(
                        event.step(),
                        new StepState.Reused(
                                awaiting.counters(),
                                Optional.of(awaiting.prepared().fingerprint()),
                                Optional.of(awaiting.prepared().input()),
                                StepDecision.of(
                                        Verdict.HIT_IN_FLIGHT, hit.madeBy().runId()),
                                hit.output(),
                                Optional.of(hit.madeBy()),
                                Optional.of(hit.entry()),
                                event.at()));
                Readiness.countDown(turn, event.step());
            }
            case CacheAnswer.InFlight(FlightLeader leader, var _) -> await(turn, event.step(), awaiting.behind(leader));
            case CacheAnswer.Miss miss ->
                execute(
                        turn,
                        event.step(),
                        awaiting,
                        StepDecision.miss(miss, Optional.of(awaiting.decision())),
                        event.executionKey(),
                        awaiting.since());
            case CacheAnswer.Unavailable _ ->
                execute(
                        turn,
                        event.step(),
                        awaiting,
                        StepDecision.of(Verdict.LOOKUP_ERROR),
                        event.executionKey(),
                        awaiting.since());
        }
    }

    private static void execute(
            Turn turn,
            int step,
            StepState.Awaiting awaiting,
            StepDecision decision,
            UUID executionKey,
            Instant startedAt) {
        var executing = new StepState.Executing(
                awaiting.counters().started(),
                awaiting.prepared(),
                decision,
                executionKey,
                startedAt,
                awaiting.last(),
                Optional.empty());
        turn.move(step, executing);
        turn.command(Command.Execute.of(step, executing));
    }
}
