package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as the queue holds it. States: waiting, active, delayed, paused, completed, failed, cancelled.
 *
 * @param availableAt from when a worker may take it; absent once it is over
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QueueJobView(
        UUID runId,
        String workflowName,
        String state,
        int priority,
        Optional<Instant> availableAt,
        Instant createdAt) {}
