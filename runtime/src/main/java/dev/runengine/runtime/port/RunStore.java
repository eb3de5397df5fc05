package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Settlement;
import dev.runengine.core.run.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Durable home of runs, as the engine writes and resumes them. What the journal records is read back here.
 *
 * <p>Safe for use by many threads. Every method is one transaction; a store that cannot be reached throws {@link
 * StoreUnavailableException}.
 */
public interface RunStore {
    /** Records a run, its steps and that it may be claimed, all or nothing. What it is an update of is kept as long as it is. */
    CreateAnswer create(NewRun run);

    /** Everything an owner needs to go on with a run; empty when there is no such run. */
    Optional<RecordedRun> load(UUID runId);

    /** The finished steps of a run of this tenant, completed by those of its own base runs to the root. */
    Optional<RecordedBase> base(String tenant, UUID runId);

    /** Records that somebody wants the run cancelled; a run that nobody owns yet is cancelled at once. */
    CancelAnswer requestCancel(String tenant, UUID runId, Instant at);

    /** Lets nothing new start in a run until it is resumed; what executes ends and is recorded. A cancel ends the pause. */
    PauseAnswer pause(String tenant, UUID runId, Instant at);

    /** Lets a paused run go on; a run that is not paused stays as it is. */
    PauseAnswer resume(String tenant, UUID runId, Instant at);

    /** Queues a failed run again: finished steps are kept, the others are pending again. */
    RetryAnswer retry(String tenant, UUID runId, Instant at);

    /** Records what a person has found out about a held step, for the run's owner to act on. */
    SettleAnswer settle(String tenant, UUID runId, String stepId, Settlement settlement, Instant at);

    /** What was recorded about held steps of these runs, of any tenant, and not acted on. */
    List<HeldSettlement> settlements(Collection<UUID> runIds);

    /** What became of a wish to settle a held step. */
    enum CreateAnswer {
        CREATED,
        /** There is a run of that id, which stays as it is. */
        ALREADY_THERE,
        /** The run that this would be an update of is not kept any more. */
        BASE_GONE
    }

    enum SettleAnswer {
        RECORDED,
        NOT_HELD,
        STEP_NOT_FOUND,
        RUN_NOT_FOUND
    }

    /** What became of a wish to cancel. */
    enum CancelAnswer {
        CANCELLED,
        REQUESTED,
        ALREADY_CANCELLED,
        ALREADY_OVER,
        NOT_FOUND
    }

    /** What became of a wish to pause or to resume. */
    enum PauseAnswer {
        DONE,
        /** Or about to be: its cancellation was asked for. */
        ALREADY_OVER,
        NOT_FOUND
    }

    /** What became of a wish to retry. */
    enum RetryAnswer {
        QUEUED,
        NOT_FAILED,
        NOT_FOUND
    }

    /**
     * A run as recorded.
     *
     * @param steps in the workflow's order, with the outputs of finished steps and the inputs of executing ones
     * @param pausedFor how long it was paused since its start
     * @param cancelRequested whether somebody wants it cancelled
     */
    record RecordedRun(
            UUID runId,
            String tenant,
            String workflowName,
            String workflowVersion,
            Json trigger,
            CacheFlags cache,
            Optional<NewRun.BaseOf> base,
            RunStatus status,
            Optional<Instant> startedAt,
            List<StepState> steps,
            Duration pausedFor,
            boolean cancelRequested) {
        public RecordedRun {
            steps = List.copyOf(steps);
        }
    }
}
