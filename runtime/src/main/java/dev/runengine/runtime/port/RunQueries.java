package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at runs. Every query belongs to one tenant; what is another tenant's is as if it did not exist. */
public interface RunQueries {
    Optional<RunRecord> run(String tenant, UUID runId);

    /** Newest first, without payloads. */
    Page runs(String tenant, Filter filter, Optional<Cursor> after, int limit);

    /** In the workflow's order. */
    Optional<List<StepRecord>> steps(String tenant, UUID runId, Optional<StepStatus> status);

    Optional<StepDetail> step(String tenant, UUID runId, String stepId);

    /** Artifacts of finished steps, in the workflow's order; for updates the reused ones too. */
    Optional<List<ArtifactRecord>> artifacts(String tenant, UUID runId, Optional<String> stepId);

    Optional<ArtifactRecord> artifact(String tenant, UUID artifactId);

    /** How many runs are in which state, over all tenants. */
    QueueCounts counts();

    record Filter(
            Optional<RunStatus> status,
            Optional<String> workflowName,
            Optional<TriggerType> triggerType,
            Optional<UUID> baseRunId,
            Optional<Instant> createdFrom,
            Optional<Instant> createdTo) {
        public static final Filter ALL = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The place after one run of a list. */
    record Cursor(Instant createdAt, UUID runId) {}

    record Page(List<RunRecord> runs, Optional<Cursor> next) {
        public Page {
            runs = List.copyOf(runs);
        }
    }

    /** @param input as resolved, absent while the step has none or where it was pruned */
    record StepDetail(StepRecord step, Optional<Json> input, Optional<Json> output) {}

    /** @param oldestWaiting since when the longest waiting run could have been claimed */
    record QueueCounts(
            long waiting,
            long active,
            long delayed,
            long paused,
            long completed,
            long failed,
            long cancelled,
            Optional<Instant> oldestWaiting,
            int workers) {}
}
