package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A cached result.
 *
 * @param runId the run that executed it
 * @param costMicros money in millionths
 * @param files how many it has
 * @param tags of the run that executed it
 * @param hits how often it was reused; what ran within the last seconds may not be counted yet
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CacheEntryView(
        String key,
        String workflowName,
        String stepId,
        String inputHash,
        String skillVersion,
        UUID runId,
        long durationMs,
        long costMicros,
        long sizeBytes,
        int files,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        Instant createdAt,
        long hits,
        Optional<Instant> lastHitAt) {
    public CacheEntryView {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
