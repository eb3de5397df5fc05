package dev.runengine.store.journal;

import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Submission;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.store.journal.Rows.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a commit records of a step's remote job.
 *
 * @param keeps whether what was recorded before stays, as it does of a step that is done
 * @param executionKey that the job belongs to
 */
record JobColumns(
        boolean keeps,
        @Nullable String state,
        @Nullable String id,
        @Nullable Instant at,
        @Nullable UUID executionKey) {
    private static final JobColumns NONE = new JobColumns(false, null, null, null, null);
    private static final JobColumns KEPT = new JobColumns(true, null, null, null, null);

    static JobColumns of(StepState state) {
        return switch (state) {
            case StepState.Executing executing -> of(executing);
            case StepState.Held(var execution, var _) -> held(execution);
            case StepState.BackingOff waiting ->
                waiting.submission().map(JobColumns::of).orElse(NONE);
            case StepState.Failed failed ->
                failed.resumable().map(JobColumns::of).orElse(NONE);
            case StepState.Completed _, StepState.Cancelled _ -> stopped(state);
            case StepState.Reused _ -> NONE;
            case StepState.Waiting _, StepState.Resolving _, StepState.LookingUp _, StepState.Awaiting _ -> NONE;
        };
    }

    void write(Row row) {
        if (keeps) {
            row.with("keeps_job", true);
        } else {
            row.with("job_state", state).with("job_id", id).with("job_at", at);
        }
    }

    /** The provider's name for the job, once it is known. */
    static Optional<String> id(Optional<JobRecord> job) {
        return job.filter(JobRecord.Submitted.class::isInstance)
                .map(JobRecord.Submitted.class::cast)
                .map(JobRecord.Submitted::jobId);
    }

    private static JobColumns stopped(StepState state) {
        return state instanceof StepState.Cancelled cancelled
                ? cancelled.resumable().map(JobColumns::of).orElse(KEPT)
                : KEPT;
    }

    private static JobColumns of(StepState.Executing executing) {
        return executing
                .job()
                .map(job -> of(new Submission(executing.executionKey(), job)))
                .orElse(NONE);
    }

    private static JobColumns of(Submission submission) {
        return switch (submission.job()) {
            case JobRecord.Submitting(var at) ->
                new JobColumns(false, "submitting", null, at, submission.executionKey());
            case JobRecord.Submitted(var id, var at) ->
                new JobColumns(false, "submitted", id, at, submission.executionKey());
        };
    }

    private static JobColumns held(StepState.Executing execution) {
        var job = of(execution);
        return new JobColumns(false, "held", null, job.at(), execution.executionKey());
    }
}
