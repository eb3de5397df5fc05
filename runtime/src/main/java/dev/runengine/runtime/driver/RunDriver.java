package dev.runengine.runtime.driver;

import dev.runengine.core.run.Command;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.loading.RunLoader.Loaded;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one run while it goes on: takes events from a mailbox, decides, commits, and only then lets commands out. All of
 * it happens on one virtual thread, so nothing here needs a lock; executions run beside it and answer by mail.
 */
public final class RunDriver implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDriver.class);

    /** So that a run that breaks its driver again and again does not keep a worker busy. */
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(5);

    private static final Duration RETRY_GIVING_BACK = Duration.ofMillis(200);

    private final Surroundings surroundings;
    private final boolean handedOver;
    private final boolean cancelRequested;
    private final LinkedBlockingQueue<RunEvent> mailbox = new LinkedBlockingQueue<>();
    private final Executions executions;
    private final Turns turns;
    private final Set<Integer> held = new HashSet<>();
    private Journal.Ownership ownership;
    private RunState state;
    private volatile boolean handOver;
    private volatile boolean holds;

    public RunDriver(Surroundings surroundings, Journal.Ownership ownership, Loaded recorded, boolean handedOver) {
        this.surroundings = surroundings;
        this.ownership = ownership;
        this.state = recorded.state();
        this.cancelRequested = recorded.cancelRequested();
        this.handedOver = handedOver;
        this.turns = new Turns(surroundings);
        this.executions = new Executions(surroundings, recorded.state(), mailbox::add);
        for (int step = 0; step < state.steps().size(); step++) {
            noteHeld(step, state.step(step));
        }
    }

    /** Tells the owner that somebody wants the run cancelled. */
    public void cancel() {
        mailbox.add(new RunEvent.CancelRequested(surroundings.now()));
    }

    /** Tells the owner what a person has found out about held steps. */
    public void settled(List<HeldSettlement> settlements) {
        settlements.forEach(settled -> mailbox.add(
                new RunEvent.Settled(settled.stepNo(), settled.attempt(), settled.settlement(), surroundings.now())));
    }

    /** Whether a step waits for a person. Asked by other threads. */
    public boolean holds() {
        return holds;
    }

    /** Lets executions end and be recorded, starts nothing new, then gives the run to whoever claims it next. */
    public void drain() {
        mailbox.add(new RunEvent.DrainRequested(surroundings.now()));
    }

    /** Ends driving without ending the run: executions are stopped, nothing they return is recorded. */
    public void handOver() {
        handOver = true;
        mailbox.add(new RunEvent.CancelRequested(surroundings.now()));
    }

    /** Drives until the run is over, belongs to somebody else, or is handed over. */
    @Override
    public void run() {
        try {
            drive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executions.stopAll();
        }
    }

    private void drive() throws InterruptedException {
        try {
            var now = surroundings.now();
            boolean owned = commit(List.of(
                    cancelRequested ? new RunEvent.CancelRequested(now) : new RunEvent.Claimed(handedOver, now)));
            watchTimeLimit();
            while (owned && !state.over()) {
                var events = nextEvents();
                if (handOver) {
                    commit(jobNotes(events));
                    giveBack(Duration.ZERO);
                    return;
                }
                owned = commit(events);
                if (owned && drained()) {
                    giveBack(Duration.ZERO);
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.error("[RunEngine] Driving broke; the run is given back and tried again: runId={}", state.runId(), e);
            giveBack(AFTER_A_BUG);
        }
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

    /** Until this succeeds the claim stands: nobody else would take the run while this worker lives. */
    private void giveBack(Duration delay) throws InterruptedException {
        executions.stopAll();
        while (true) {
            try {
                surroundings.queue().handOver(ownership, delay);
                return;
            } catch (StoreUnavailableException e) {
                LOG.warn("[RunEngine] Giving back waits for the database: runId={}: {}", state.runId(), e.getMessage());
                surroundings.timer().sleep(RETRY_GIVING_BACK);
            }
        }
    }

    private List<RunEvent> nextEvents() throws InterruptedException {
        var events = new ArrayList<RunEvent>();
        events.add(mailbox.take());
        mailbox.drainTo(events);
        return events;
    }

    /** @return false when the run belongs to somebody else now */
    private boolean commit(List<RunEvent> events) throws InterruptedException {
        var pending = new ArrayList<>(events);
        var gone = new GoneHits();
        while (true) {
            var turn = turns.take(state, pending, gone);
            if (turn.transitions().isEmpty()) {
                state = turn.next();
                dispatch(turn.commands());
                return true;
            }
            var at = surroundings.now();
            var entry = new Journal.Entry(ownership, turn.next(), turn.transitions(), at);
            switch (surroundings.commits().commit(entry)) {
                case Journal.Outcome.Committed(var cancelAt) -> {
                    ownership = ownership.next();
                    state = turn.next();
                    noteHeld(turn.transitions());
                    dispatch(turn.commands());
                    surroundings.announcer().announce(state, turn.transitions(), at);
                    cancelAt.ifPresent(asked -> mailbox.add(new RunEvent.CancelRequested(asked)));
                    return true;
                }
                case Journal.Outcome.Fenced _ -> {
                    LOG.warn("[RunEngine] Run belongs to another worker now: runId={}", state.runId());
                    return false;
                }
                case Journal.Outcome.CancelFirst _ -> pending.addFirst(new RunEvent.CancelRequested(at));
                case Journal.Outcome.HitsGone(var steps) -> gone.add(steps);
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
    private boolean commitOneByOne(List<RunEvent> events) throws InterruptedException {
        for (var event : events) {
            if (!commit(List.of(event))) {
                return false;
            }
        }
        return true;
    }

    private void noteHeld(List<Transition> transitions) {
        for (var transition : transitions) {
            if (transition instanceof Transition.StepMoved(int step, var _, var now)) {
                noteHeld(step, now);
            }
        }
    }

    private void noteHeld(int step, StepState now) {
        if (now instanceof StepState.Held) {
            held.add(step);
        } else {
            held.remove(step);
        }
        holds = !held.isEmpty();
    }

    private void dispatch(List<Command> commands) {
        for (var command : commands) {
            switch (command) {
                case Command.Execute execute -> executions.start(execute);
                case Command.Interrupt interrupt -> executions.cancel(state, interrupt.step());
                case Command.JobKept kept -> executions.jobKept(kept);
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
                        state.startedAt().orElse(surroundings.now()).plus(limit),
                        () -> mailbox.add(new RunEvent.TimeLimitReached(surroundings.now()))));
    }
}
