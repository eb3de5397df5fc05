package dev.runengine.runtime.driver;

import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.Command;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.runtime.execution.StepOutcome;
import dev.runengine.runtime.execution.StepTask;
import dev.runengine.runtime.port.Timer.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The executions and timers of one run. Used by its driver's thread only; they answer by mail. */
final class Executions {
    private final Surroundings surroundings;
    private final RunState run;
    private final Consumer<RunEvent> mailbox;
    private final Map<Integer, Running> running = new HashMap<>();
    private final Set<Alarm> alarms = new HashSet<>();
    private final List<Runnable> awaiting = new ArrayList<>();

    Executions(Surroundings surroundings, RunState run, Consumer<RunEvent> mailbox) {
        this.surroundings = surroundings;
        this.run = run;
        this.mailbox = mailbox;
    }

    void start(RunState state, Command.Execute command) {
        if (!isWanted(state, command)) {
            return; // within the same turn it came out that another run executes this
        }
        var ledger = ledger(command.step(), command.attempt(), command.job());
        var execution = new Running(
                surroundings.pipeline(),
                surroundings.host().threads(),
                task(command, ledger),
                ledger,
                Candidates.shares(state, command.step()) ? () -> overtaken(state, command) : Optional::empty,
                outcome -> event(command, outcome),
                mailbox);
        running.put(command.step(), execution);
        execution.start();
    }

    private static boolean isWanted(RunState state, Command.Execute command) {
        return state.step(command.step()) instanceof StepState.Executing executing
                && executing.counters().attempt() == command.attempt();
    }

    /**
     * Between the look-up and the commit that took the flight, the one before may have brought the result: only with the
     * flight in hand can that be known for sure.
     */
    private Optional<RunEvent> overtaken(RunState state, Command.Execute command) {
        if (command.job().isPresent()) {
            return Optional.empty();
        }
        var key = Candidates.key(state, command.step(), command.prepared().fingerprint());
        return surroundings
                .cache()
                .forStepsOf(state.workflow())
                .find(key)
                .map(hit -> new RunEvent.Overtaken(
                        command.step(),
                        command.attempt(),
                        new FlightLeader(hit.madeBy().runId(), command.step()),
                        surroundings.now()));
    }

    void await(Command.Await command) {
        Consumer<Optional<TwinFailure>> over = failure -> mailbox.accept(new RunEvent.FlightEnded(
                command.step(),
                command.leader(),
                failure,
                surroundings.host().random().nextDouble(),
                surroundings.now()));
        surroundings.flights().watch(command.leader(), over);
        awaiting.add(() -> surroundings.flights().forget(command.leader(), over));
    }

    private MailedLedger ledger(int step, int attempt, Optional<JobRecord> job) {
        return new MailedLedger(
                job,
                noted -> mailbox.accept(new RunEvent.JobNoted(step, attempt, noted, surroundings.now())),
                surroundings.timer());
    }

    private StepTask task(Command.Execute command, MailedLedger ledger) {
        var spec = run.workflow().step(command.step());
        return new StepTask(
                run.runId(),
                run.tenant(),
                spec.id(),
                spec.skill(),
                command.prepared().input(),
                command.attempt(),
                command.executionKey(),
                spec.timeLimit(),
                new DriverSupervisor(
                        ledger,
                        surroundings.timer(),
                        done -> surroundings.announcer().progressed(run.runId(), spec.id(), done, surroundings.now())));
    }

    private RunEvent event(Command.Execute command, StepOutcome outcome) {
        var now = surroundings.now();
        return switch (outcome) {
            case StepOutcome.Succeeded(var output, var usage, var took) ->
                new RunEvent.Succeeded(command.step(), command.attempt(), output, usage, took.toMillis(), now);
            case StepOutcome.Failed(var failure) ->
                new RunEvent.AttemptFailed(
                        command.step(),
                        command.attempt(),
                        failure,
                        surroundings.host().random().nextDouble(),
                        now);
            case StepOutcome.Stopped _ -> new RunEvent.AttemptStopped(command.step(), command.attempt(), now);
        };
    }

    /** What it noted of its job is committed. */
    void jobKept(Command.JobKept command) {
        var execution = running.get(command.step());
        if (execution != null) {
            execution.jobKept();
        }
    }

    /**
     * An execution that does not run here (its worker was lost) has stopped already; its remote job has not. One that other
     * runs wait for goes on for them.
     */
    void cancel(RunState state, int step) {
        var execution = running.get(step);
        if (execution != null
                && Candidates.shares(state, step)
                && surroundings.flights().awaited(new FlightLeader(state.runId(), step))) {
            return;
        }
        if (execution != null) {
            execution.cancel();
        } else if (state.step(step) instanceof StepState.Executing executing) {
            cancelLost(step, executing);
        }
    }

    private void cancelLost(int step, StepState.Executing executing) {
        var attempt = executing.counters().attempt();
        var stopped = new RunEvent.AttemptStopped(step, attempt, surroundings.now());
        if (executing.job().isEmpty()) {
            mailbox.accept(stopped);
            return;
        }
        var ledger = ledger(step, attempt, executing.job());
        var task = task(Command.Execute.of(step, executing), ledger);
        surroundings.host().threads().start("cancel-" + task.stepId(), () -> {
            surroundings.pipeline().cancelJob(task);
            mailbox.accept(stopped);
        });
    }

    void retryAt(Command.SetTimer timer) {
        at(
                timer.at(),
                () -> mailbox.accept(new RunEvent.RetryDue(
                        timer.step(), timer.attempt(), surroundings.host().newId(), surroundings.now())));
    }

    void at(Instant time, Runnable action) {
        alarms.add(surroundings.timer().at(time, action));
    }

    /**
     * Blocks until everything that was told to stop has done so, or was abandoned: whoever is given the run next starts
     * the same steps at once.
     */
    void awaitStopped() throws InterruptedException {
        for (var execution : running.values()) {
            execution.awaitEnd();
        }
    }

    void stopAll() {
        running.values().forEach(Running::leave);
        alarms.forEach(Alarm::cancel);
        awaiting.forEach(Runnable::run);
    }
}
