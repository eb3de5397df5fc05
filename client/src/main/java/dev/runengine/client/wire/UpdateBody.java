package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A wish to change a finished run. @param workflowVersion absent for the base run's */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record UpdateBody(
        ChangeRequestBody changeRequest, boolean force, Optional<String> workflowVersion, Optional<CacheFlags> cache) {
    public static UpdateBody of(String changeType, JsonNode payload) {
        return new UpdateBody(
                new ChangeRequestBody(changeType, Optional.of(payload)), false, Optional.empty(), Optional.empty());
    }
}
