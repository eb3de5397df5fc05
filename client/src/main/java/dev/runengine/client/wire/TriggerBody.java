package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A wish for a run. @param workflowVersion absent for the newest */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TriggerBody(
        String workflowName,
        Optional<String> workflowVersion,
        JsonNode triggerPayload,
        Optional<CacheFlags> cache,
        Optional<Integer> priority,
        Optional<Instant> notBefore,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags) {
    public TriggerBody {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    public static TriggerBody of(String workflowName, JsonNode triggerPayload) {
        return new TriggerBody(
                workflowName,
                Optional.empty(),
                triggerPayload,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
