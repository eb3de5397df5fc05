package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a run as it is shown.
 *
 * @param nextAttemptAt while it backs off
 * @param job of a step with a remote one
 * @param awaitedRun the run that executes what it waits for
 * @param madeBy the execution behind its result; absent until there is one, and where it was never recorded
 */
public record StepRecord(
        UUID runId,
        int stepNo,
        String stepId,
        String skillId,
        StepStatus status,
        Counters counters,
        Optional<ContentHash> inputHash,
        Optional<StepDecision> decision,
        List<UUID> artifactIds,
        Optional<StepError> error,
        Optional<Instant> nextAttemptAt,
        Optional<JobStanding> job,
        Optional<UUID> awaitedRun,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Execution> madeBy) {
    public StepRecord {
        artifactIds = List.copyOf(artifactIds);
    }

    /** What this step has cost, once it has been executed. */
    public Optional<Execution> spent() {
        return madeBy.filter(_ -> status == StepStatus.COMPLETED);
    }

    /** What was not paid again, as its result was reused. */
    public Optional<Execution> saved() {
        return madeBy.filter(_ -> status == StepStatus.SKIPPED);
    }
}
