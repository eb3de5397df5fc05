package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A run. Statuses are words that may be added to: queued, running, completed, failed, cancelled.
 *
 * @param triggerPayload absent in lists
 * @param triggerType initial or update
 * @param waitingFor while no worker drives it: pause, start time, turn, workflow version, worker
 * @param costs absent in lists
 * @param changeType of an update that a change request asked for
 * @param pausedAt nothing new starts in it until it is resumed
 * @param cancelRequestedAt somebody wants it cancelled; it is over only once its status says so
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunView(
        UUID id,
        String workflowName,
        String workflowVersion,
        String triggerType,
        Optional<JsonNode> triggerPayload,
        String status,
        Optional<String> waitingFor,
        Optional<UUID> baseRunId,
        Optional<String> changeType,
        Optional<RunErrorView> error,
        StepsSummary stepsSummary,
        Optional<CostsView> costs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        Optional<Instant> pausedAt,
        Optional<Instant> cancelRequestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Instant createdAt,
        Instant updatedAt) {
    public RunView {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** Whether nothing more will happen to it unless it is retried. */
    public boolean over() {
        return Set.of("completed", "failed", "cancelled").contains(status);
    }
}
