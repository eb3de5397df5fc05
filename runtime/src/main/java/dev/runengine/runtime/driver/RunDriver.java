package dev.runengine.runtime.driver;

import dev.runengine.core.run.Command;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.loading.RunLoader.Loaded;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.RunQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one run while it goes on: takes events from a mailbox, decides, commits, and only then lets commands out. All of
 * it happens on one virtual thread, so nothing here needs a lock; executions run beside it and answer by mail.
 */
public final class RunDriver implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDriver.class);

    private final Surroundings surroundings;
    private final RunQueue.Claim claim;
    private final boolean cancelRequested;
    private final LinkedBlockingQueue<RunEvent> mailbox = new LinkedBlockingQueue<>();
    private final Executions executions;
    private final Turns turns;
    private Journal.Ownership ownership;
    private RunState state;
    private volatile boolean handOver;

    public RunDriver(Surroundings surroundings, RunQueue.Claim claim, Loaded recorded) {
        this.surroundings = surroundings;
        this.claim = claim;
        this.ownership = claim.ownership();
        this.state = recorded.state();
        this.cancelRequested = recorded.cancelRequested();
        this.turns = new Turns(surroundings);
        this.executions = new Executions(surroundings, recorded.state(), mailbox::add);
    }

    /** Tells the owner that somebody wants the run cancelled. */
    public void cancel() {
        mailbox.add(new RunEvent.CancelRequested(surroundings.now()));
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
                    cancelRequested
                            ? new RunEvent.CancelRequested(now)
                            : new RunEvent.Claimed(claim.handedOver(), now)));
            watchTimeLimit();
            while (owned && !state.over()) {
                var events = nextEvents();
                if (handOver) {
                    giveBack();
                    return;
                }
                owned = commit(events);
                if (owned && drained()) {
                    giveBack();
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.error("[RunEngine] Driving broke: runId={}", state.runId(), e);
            executions.stopAll();
            new GivingBack(surroundings, claim).broken(String.valueOf(e.getMessage()));
        }
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

    private void giveBack() throws InterruptedException {
        executions.stopAll();
        new GivingBack(surroundings, claim).handOver();
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

    private void dispatch(List<Command> commands) {
        for (var command : commands) {
            switch (command) {
                case Command.Execute execute -> executions.start(execute);
                case Command.Interrupt interrupt -> executions.interrupt(state, interrupt.step());
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
