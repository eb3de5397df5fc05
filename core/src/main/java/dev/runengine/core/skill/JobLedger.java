package dev.runengine.core.skill;

import java.util.Optional;

/**
 * Keeps what is known of an execution's remote job, so that whoever goes on with the execution finds the job instead of
 * paying for another one. A skill calls {@link #submitting} before it sends, {@link #submitted} or {@link #refused} once
 * it knows what came of that, and only then asks for the job.
 *
 * <p>What is recorded is durable when a call returns. An execution that belongs to another worker by now records nothing:
 * its calls throw, and the skill has to stop. Safe for threads the skill starts.
 */
public interface JobLedger {
    /** What this execution, or one before it with the same execution key, has recorded. */
    Optional<JobRecord> job();

    /** @throws InterruptedException when told to stop: then nothing may be sent any more */
    void submitting() throws InterruptedException;

    /** @param jobId 1 to 2,000 characters */
    void submitted(String jobId) throws InterruptedException;

    /** The provider has said that it did not take the job, or cannot have got the request: it may be sent again. */
    void refused() throws InterruptedException;
}
