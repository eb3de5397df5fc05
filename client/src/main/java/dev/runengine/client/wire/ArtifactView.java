package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A file.
 *
 * @param stepId of the step that made it; absent for an upload
 * @param type such as {@code image/png}
 * @param uri of its bytes, on the same server
 * @param contentHash SHA-256, lower-case hex
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ArtifactView(
        UUID id,
        Optional<String> stepId,
        String type,
        String uri,
        String contentHash,
        long sizeBytes,
        String filename,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> metadata,
        Instant createdAt) {
    public ArtifactView {
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    }
}
