package dev.runengine.runtime.driver;

import dev.runengine.core.run.Command;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.execution.StepOutcome;
import dev.runengine.runtime.execution.StepTask;
import dev.runengine.runtime.port.Timer.Alarm;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The executions and timers of one run. Used by its driver's thread only; they answer by mail. */
final class Executions {
    private final Surroundings surroundings;
    private final RunState run;
    private final Consumer<RunEvent> mailbox;
    private final Map<Integer, Thread> running = new HashMap<>();
    private final Set<Alarm> alarms = new HashSet<>();

    Executions(Surroundings surroundings, RunState run, Consumer<RunEvent> mailbox) {
        this.surroundings = surroundings;
        this.run = run;
        this.mailbox = mailbox;
    }

    void start(Command.Execute command) {
        var spec = run.workflow().step(command.step());
        var task = new StepTask(
                run.runId(),
                run.tenant(),
                spec.id(),
                spec.skill(),
                command.prepared().input(),
                command.attempt(),
                command.executionKey(),
                spec.timeLimit());
        var thread = surroundings
                .host()
                .threads()
                .start(
                        "execution-" + spec.id(),
                        () -> mailbox.accept(
                                event(command, surroundings.pipeline().run(task))));
        running.put(command.step(), thread);
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

    /** An execution that does not run here (its worker was lost) has stopped already. */
    void interrupt(RunState state, int step) {
        var thread = running.get(step);
        if (thread != null) {
            thread.interrupt();
        } else if (state.step(step) instanceof StepState.Executing executing) {
            mailbox.accept(
                    new RunEvent.AttemptStopped(step, executing.counters().attempt(), surroundings.now()));
        }
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
        for (var thread : running.values()) {
            thread.join();
        }
    }

    void stopAll() {
        running.values().forEach(Thread::interrupt);
        alarms.forEach(Alarm::cancel);
    }
}
