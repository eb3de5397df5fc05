package dev.runengine.runtime.driver;

import dev.runengine.core.run.RunEvent;
import dev.runengine.runtime.execution.StepOutcome;
import dev.runengine.runtime.execution.StepPipeline;
import dev.runengine.runtime.execution.StepTask;
import dev.runengine.runtime.port.Threads;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One execution of this worker's, and how it is stopped. */
final class Running {
    private final StepPipeline pipeline;
    private final StepTask task;
    private final MailedLedger ledger;
    private final Thread thread;
    private volatile boolean cancelled;

    /** @param instead what there is to say instead of executing; asked first */
    Running(
            StepPipeline pipeline,
            Threads threads,
            StepTask task,
            MailedLedger ledger,
            Supplier<Optional<RunEvent>> instead,
            Function<StepOutcome, RunEvent> event,
            Consumer<RunEvent> mailbox) {
        this.pipeline = pipeline;
        this.task = task;
        this.ledger = ledger;
        this.thread = threads.unstarted(
                "execution-" + task.stepId(), () -> mailbox.accept(instead.get().orElseGet(() -> event.apply(run()))));
    }

    void start() {
        thread.start();
    }

    private StepOutcome run() {
        var outcome = pipeline.run(task);
        ledger.close();
        if (cancelled) {
            pipeline.cancelJob(task);
            return new StepOutcome.Stopped(); // whatever it still brought: nobody wants it
        }
        return outcome;
    }

    void jobKept() {
        ledger.kept();
    }

    /** Nobody wants its result any more: its remote job is told to stop too. */
    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    /** Another worker goes on with it, and with its remote job. */
    void leave() {
        ledger.close();
        thread.interrupt();
    }

    void awaitEnd() throws InterruptedException {
        thread.join();
    }
}
