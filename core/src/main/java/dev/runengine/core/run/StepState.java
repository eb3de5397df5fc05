package dev.runengine.core.run;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.Usage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a step stands, holding exactly what is true there. */
public sealed interface StepState {
    Counters counters();

    StepStatus status();

    /** Not started. @param missing dependencies that are not done */
    record Waiting(Counters counters, int missing) implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.PENDING;
        }
    }

    /** Its dependencies are done; its input is being resolved. */
    record Resolving(Counters counters) implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.PENDING;
        }
    }

    /** The cache is being asked. @param fallback the decision when it has nothing and the base run tells why */
    record LookingUp(Counters counters, Prepared prepared, Optional<StepDecision> fallback) implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.PENDING;
        }
    }

    /**
     * Its skill is being executed.
     *
     * @param executionKey the same over crash and hand-over, renewed after a failure
     * @param startedAt of the first attempt since the step was last pending
     * @param last the error of the attempt before
     * @param job what is recorded of its remote job
     */
    record Executing(
            Counters counters,
            Prepared prepared,
            StepDecision decision,
            UUID executionKey,
            Instant startedAt,
            Optional<StepError> last,
            Optional<JobRecord> job)
            implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }

        /** Whether a remote job may have been submitted of which nobody knows. */
        boolean outcomeUnknown() {
            return job.isPresent() && job.get() instanceof JobRecord.Submitting;
        }

        Executing with(Optional<JobRecord> next) {
            return new Executing(counters, prepared, decision, executionKey, startedAt, last, next);
        }

        Executing with(Counters next) {
            return new Executing(next, prepared, decision, executionKey, startedAt, last, job);
        }

        /** The same work in a run that is queued again: the job is still there. */
        public Executing forgiven() {
            return with(counters.forgiven());
        }
    }

    /** Waiting to be tried again. Holds no worker. @param submission to go on with, where its outcome is not known */
    record BackingOff(
            Counters counters,
            Prepared prepared,
            StepDecision decision,
            Instant startedAt,
            Instant retryAt,
            StepError last,
            Optional<Submission> submission)
            implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }

        /** What a retry of the run goes on with, should it end before this is tried again. */
        public Optional<Executing> resumable() {
            return submission.map(kept -> new Executing(
                    counters,
                    prepared,
                    decision,
                    kept.executionKey(),
                    startedAt,
                    Optional.of(last),
                    Optional.of(kept.job())));
        }
    }

    /** Waiting for a person to say what became of its submission. Holds no worker. @param error why */
    record Held(Executing execution, StepError error) implements StepState {
        @Override
        public Counters counters() {
            return execution.counters();
        }

        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }
    }

    /**
     * Waiting for the result of the same work in another run. Holds no worker and no permit.
     *
     * @param decision why it is not reused, should it come to be executed here
     * @param last the error of the attempt before
     */
    record Awaiting(
            Counters counters,
            Prepared prepared,
            StepDecision decision,
            Instant since,
            FlightLeader leader,
            Optional<StepError> last)
            implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.RUNNING;
        }

        Awaiting behind(FlightLeader other) {
            return new Awaiting(counters, prepared, decision, since, other, last);
        }
    }

    /** Its result is known. */
    sealed interface Done extends StepState {
        StepOutput output();

        StepDecision decision();

        /** The execution behind the result. @param runId of the run that this step belongs to */
        Optional<Execution> madeBy(UUID runId);

        /** As the step of the run that an update starts from. */
        BaseStep asBase(UUID runId);
    }

    /** Executed. @param durationMs of the successful attempt, by a monotonic clock */
    record Completed(
            Counters counters,
            Fingerprint fingerprint,
            StepDecision decision,
            StepOutput output,
            Usage usage,
            Instant startedAt,
            Instant endedAt,
            long durationMs)
            implements Done {
        @Override
        public StepStatus status() {
            return StepStatus.COMPLETED;
        }

        @Override
        public Optional<Execution> madeBy(UUID runId) {
            return Optional.of(execution(runId));
        }

        public Execution execution(UUID runId) {
            return new Execution(runId, durationMs, usage);
        }

        @Override
        public BaseStep asBase(UUID runId) {
            return new BaseStep(
                    output,
                    Optional.of(fingerprint.inputHash()),
                    Optional.of(fingerprint.skillVersion()),
                    madeBy(runId));
        }
    }

    /**
     * Taken over from a cache or the base run.
     *
     * @param fingerprint of what the result was made from; absent where that is not known
     * @param input to record; absent where the result was copied without resolving one, and once it is recorded
     * @param madeBy whose cost is saved; absent where that is not known
     * @param entry the cache entry that the recording commit must still find
     */
    record Reused(
            Counters counters,
            Optional<Fingerprint> fingerprint,
            Optional<Json> input,
            StepDecision decision,
            StepOutput output,
            Optional<Execution> madeBy,
            Optional<EntryRef> entry,
            Instant at)
            implements Done {
        @Override
        public StepStatus status() {
            return StepStatus.SKIPPED;
        }

        @Override
        public Optional<Execution> madeBy(UUID runId) {
            return madeBy;
        }

        @Override
        public BaseStep asBase(UUID runId) {
            return new BaseStep(
                    output,
                    fingerprint.map(Fingerprint::inputHash),
                    fingerprint.map(Fingerprint::skillVersion),
                    madeBy);
        }
    }

    /**
     * Failed for good.
     *
     * @param startedAt absent when it never started
     * @param resumable what a retry of the run goes on with, where a remote job may still be there
     */
    record Failed(
            Counters counters,
            Optional<Fingerprint> fingerprint,
            StepError error,
            Optional<Instant> startedAt,
            Instant endedAt,
            Optional<Executing> resumable)
            implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.FAILED;
        }
    }

    /** @param resumable as of a failed one: a run that was out of time may be retried */
    record Cancelled(Counters counters, Optional<Instant> startedAt, Instant endedAt, Optional<Executing> resumable)
            implements StepState {
        @Override
        public StepStatus status() {
            return StepStatus.CANCELLED;
        }
    }
}
