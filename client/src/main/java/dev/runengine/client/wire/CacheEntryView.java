package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A cached result. @param runId the run that executed it @param costMicros money in millionths @param files how many it has */
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
        Instant createdAt) {
    public CacheEntryView {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
