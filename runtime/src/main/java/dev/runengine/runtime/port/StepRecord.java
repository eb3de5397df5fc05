package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A step of a run as it is shown.
 *
 * @param nextAttemptAt while it backs off
 * @param job of a step with a remote one
 * @param awaitedRun the run that executes what it waits for
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
        OptionalLong durationMs) {
    public StepRecord {
        artifactIds = List.copyOf(artifactIds);
    }
}
