package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a run. Statuses: pending, running, completed, skipped (its result was reused), failed, cancelled.
 *
 * @param waitingFor why it does not go on, a word that may be added to: dependencies, retry at (see nextAttemptAt),
 *     reconciliation (a person has to say what became of its submission), in-flight twin (see awaitedRunId), pause, permit, rate limit, or while no worker
 *     drives its run what that waits for; permit and rate limit are known only to the process that drives the run, and
 *     are left out by others
 * @param attempt executions started, 0 for a step that never started or was reused
 * @param origin where its result comes from, such as EXECUTED or COLD_CACHE; absent until it is done
 * @param nextAttemptAt while it backs off
 * @param awaitedRunId the run that executes the same work, whose result this step waits for
 * @param saved what was not paid again, of a reused result; absent where nobody recorded what it had cost
 * @param providerJobId of its remote job, once it is known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StepView(
        UUID id,
        String stepId,
        String skillId,
        String status,
        Optional<String> waitingFor,
        Optional<String> inputHash,
        int attempt,
        List<UUID> outputArtifactIds,
        Optional<StepErrorView> error,
        boolean cacheHit,
        Optional<String> origin,
        Optional<DecisionView> decision,
        Optional<Instant> nextAttemptAt,
        Optional<UUID> awaitedRunId,
        Optional<String> providerJobId,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Long> durationMs,
        Optional<CostView> saved) {
    public StepView {
        outputArtifactIds = outputArtifactIds == null ? List.of() : List.copyOf(outputArtifactIds);
    }
}
