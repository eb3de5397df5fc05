package dev.runengine.skills.job;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the ids of remote jobs are kept, so that whoever resumes an execution polls its job instead of paying for another
 * one. Called concurrently.
 */
public interface JobLedger {
    /** Keeps nothing: an execution that starts again submits again. */
    JobLedger NONE = new JobLedger() {
        @Override
        public Optional<String> find(UUID executionKey) {
            return Optional.empty();
        }

        @Override
        public void submitted(UUID executionKey, String jobId) {
            // nothing is kept
        }
    };

    /** The job that an earlier start of the same execution has submitted. */
    Optional<String> find(UUID executionKey) throws IOException;

    /** Called as soon as the id is known and before the job is asked for the first time. Returns once it is kept. */
    void submitted(UUID executionKey, String jobId) throws IOException;
}
