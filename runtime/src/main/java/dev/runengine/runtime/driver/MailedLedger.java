package dev.runengine.runtime.driver;

import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.JobRecord;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one execution: mails what the skill notes to the run's driver, and lets it go on once the driver has
 * committed it under the run's fence. Once closed it takes nothing any more.
 */
final class MailedLedger implements JobLedger {
    private final Consumer<Optional<JobRecord>> mailbox;
    private final InstantSource clock;
    private final ReentrantLock oneNoteAtATime = new ReentrantLock();
    private Optional<JobRecord> job;
    private @Nullable CompletableFuture<Boolean> waiting;
    private boolean closed;

    MailedLedger(Optional<JobRecord> job, Consumer<Optional<JobRecord>> mailbox, InstantSource clock) {
        this.job = job;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<JobRecord> job() {
        return job;
    }

    @Override
    public void submitting() throws InterruptedException {
        note(Optional.of(new JobRecord.Submitting(clock.instant())));
    }

    @Override
    public void submitted(String jobId) throws InterruptedException {
        note(Optional.of(new JobRecord.Submitted(jobId, clock.instant())));
    }

    @Override
    public void refused() throws InterruptedException {
        note(Optional.empty());
    }

    private void note(Optional<JobRecord> next) throws InterruptedException {
        oneNoteAtATime.lockInterruptibly();
        try {
            var kept = begin(next);
            mailbox.accept(next);
            if (!kept.get()) {
                throw new InterruptedException("the execution does not belong to this worker any more");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            oneNoteAtATime.unlock();
        }
    }

    /** What is noted is known here at once: an id is worth something even when it could not be recorded in time. */
    private synchronized CompletableFuture<Boolean> begin(Optional<JobRecord> next) {
        job = next;
        var kept = new CompletableFuture<Boolean>();
        if (closed) {
            kept.complete(false);
        }
        waiting = kept;
        return kept;
    }

    /** What was noted last is durable. */
    synchronized void kept() {
        end(true);
    }

    synchronized void close() {
        closed = true;
        end(false);
    }

    private void end(boolean recorded) {
        if (waiting != null) {
            waiting.complete(recorded);
        }
    }
}
