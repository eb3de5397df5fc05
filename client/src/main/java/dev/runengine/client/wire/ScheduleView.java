package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A schedule.
 *
 * @param nextAt when it starts a run next; absent while it is paused
 * @param lastError why it could not start what was due last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ScheduleView(
        UUID id,
        String name,
        String workflowName,
        JsonNode triggerPayload,
        String cron,
        String timeZone,
        String catchUp,
        String overlap,
        Instant createdAt,
        Optional<Instant> pausedAt,
        Optional<Instant> nextAt,
        Optional<UUID> lastRunId,
        Optional<String> lastError) {}
