package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run as it is shown. @param trigger absent in lists @param waitingFor while nobody drives it */
public record RunRecord(
        UUID runId,
        String tenant,
        String workflowName,
        String workflowVersion,
        TriggerType triggerType,
        Optional<Json> trigger,
        RunStatus status,
        Optional<RunWait> waitingFor,
        Optional<UUID> baseRunId,
        Optional<String> changeType,
        Optional<RunError> error,
        Tally steps,
        List<String> tags,
        Optional<Instant> cancelRequestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Instant createdAt,
        Instant updatedAt) {
    public RunRecord {
        tags = List.copyOf(tags);
    }
}
