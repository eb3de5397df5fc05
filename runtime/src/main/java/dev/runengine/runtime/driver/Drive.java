package dev.runengine.runtime.driver;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.Command;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.loading.RunLoader.Loaded;
import dev.runengine.runtime.port.Journal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run while this node owns it: takes events from a mailbox, decides, commits, and only then lets commands out. All of
 * it happens on one virtual thread, so nothing here needs a lock; executions run beside it and answer by mail.
 */
final class Drive {
    private static final Logger LOG = LoggerFactory.getLogger(Drive.class);

    /** Whose the run is after a turn. */
    private enum Hold {
        OURS,
        LOST,
        TO_GIVE_BACK
    }

    private final Surroundings surroundings;
    private final Loaded recorded;
    private final Mailbox mailbox;
    private final Holding holding;
    private final Executions executions;
    private final Turns turns;
    private Journal.Ownership ownership;
    private RunState state;

    Drive(
            Surroundings surroundings,
            Journal.Ownership ownership,
            Loaded recorded,
            Mailbox mailbox,
            Holding holding,
            Executions executions) {
        this.surroundings = surroundings;
        this.ownership = ownership;
        this.recorded = recorded;
        this.state = recorded.state();
        this.mailbox = mailbox;
        this.holding = holding;
        this.executions = executions;
        this.turns = new Turns(surroundings);
        holding.note(state);
    }

    /** @return true when the run is to be given back; false when it is over, or belongs to somebody else */
    boolean toItsEnd(boolean handedOver) throws InterruptedException {
        var now = surroundings.now();
        var hold = commit(List.of(
                recorded.cancelRequested()
                        ? new RunEvent.CancelRequested(now)
                        : new RunEvent.Claimed(handedOver, now)));
        watchTimeLimit();
        while (hold == Hold.OURS && !state.over()) {
            var events = mailbox.take();
            if (mailbox.handOverAsked()) {
                return commit(jobNotes(events)) != Hold.LOST;
            }
            hold = commit(events);
            if (hold == Hold.OURS && drained()) {
                return true;
            }
        }
        return hold == Hold.TO_GIVE_BACK;
    }

    /** The next owner can do without the rest, but not without a job that was just paid for. */
    private static List<RunEvent> jobNotes(List<RunEvent> events) {
        return events.stream().filter(RunEvent.JobNoted.class::isInstance).toList();
    }

    private boolean drained() {
        if (!(state.phase() instanceof Phase.Draining)) {
            return false;
        }
        for (var step : state.steps()) {
            if (step instanceof StepState.Executing) {
                return false;
            }
        }
        return true;
    }

    private Hold commit(List<RunEvent> events) throws InterruptedException {
        var pending = new ArrayList<>(events);
        var gone = new GoneHits();
        var taken = new TakenFlights();
        while (true) {
            var turn = turns.take(state, pending, gone, taken);
            if (turn.transitions().isEmpty()) {
                state = turn.next();
                dispatch(turn.commands());
                return Hold.OURS;
            }
            var at = surroundings.now();
            var entry = new Journal.Entry(ownership, turn.next(), turn.transitions(), at);
            switch (surroundings.commits().commit(entry)) {
                case Journal.Outcome.Committed(var cancelAt, var _) -> {
                    ownership = ownership.next();
                    state = turn.next();
                    holding.note(turn.transitions(), state);
                    dispatch(turn.commands());
                    surroundings.announcer().announce(state, turn.transitions(), at);
                    entry.flightsLanded()
                            .forEach(step -> surroundings.flights().landed(new FlightLeader(state.runId(), step)));
                    cancelAt.ifPresent(asked -> mailbox.add(new RunEvent.CancelRequested(asked)));
                    return Hold.OURS;
                }
                case Journal.Outcome.Fenced _ -> {
                    LOG.warn("[RunEngine] Run belongs to another worker now: runId={}", state.runId());
                    return Hold.LOST;
                }
                case Journal.Outcome.CancelFirst _ -> pending.addFirst(new RunEvent.CancelRequested(at));
                case Journal.Outcome.PauseFirst _ -> {
                    if (pending.removeIf(RunEvent.Claimed.class::isInstance)) {
                        return Hold.TO_GIVE_BACK;
                    }
                    pending.removeIf(RunEvent.ResumeRequested.class::isInstance);
                    pending.addFirst(new RunEvent.DrainRequested(at));
                }
                case Journal.Outcome.HitsGone(var steps) -> gone.add(turn.transitions(), steps);
                case Journal.Outcome.FlightsTaken(var steps) -> pending.addAll(0, taken.add(steps, at));
                case Journal.Outcome.Refused(var message) -> {
                    if (pending.size() > 1) {
                        return commitOneByOne(pending);
                    }
                    pending.set(0, Refusals.instead(state, pending.getFirst(), message, at));
                }
            }
        }
    }

    /** A poison event is found by committing its turn without the others. */
    private Hold commitOneByOne(List<RunEvent> events) throws InterruptedException {
        for (var event : events) {
            var hold = commit(List.of(event));
            if (hold != Hold.OURS) {
                return hold;
            }
        }
        return Hold.OURS;
    }

    private void dispatch(List<Command> commands) {
        for (var command : commands) {
            switch (command) {
                case Command.Execute execute -> executions.start(state, execute);
                case Command.Interrupt interrupt -> executions.cancel(state, interrupt.step());
                case Command.JobKept kept -> executions.jobKept(kept);
                case Command.Await await -> executions.await(await);
                case Command.SetTimer timer -> executions.retryAt(timer);
                case Command.Resolve _, Command.LookUp _ ->
                    throw new IllegalStateException("answered within the turn: " + command);
            }
        }
    }

    private void watchTimeLimit() {
        state.workflow()
                .spec()
                .timeLimit()
                .ifPresent(limit -> executions.at(
                        state.startedAt().orElse(surroundings.now()).plus(limit).plus(recorded.pausedFor()),
                        () -> mailbox.add(new RunEvent.TimeLimitReached(surroundings.now()))));
    }
}
