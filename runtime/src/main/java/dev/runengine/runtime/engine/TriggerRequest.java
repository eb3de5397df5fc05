package dev.runengine.runtime.engine;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A wish for a run. @param workflowVersion absent for the newest */
public record TriggerRequest(
        String tenant,
        String workflowName,
        Optional<String> workflowVersion,
        Json payload,
        CacheFlags cache,
        int priority,
        Optional<Instant> notBefore,
        List<String> tags) {
    public TriggerRequest {
        tags = List.copyOf(tags);
    }

    public static TriggerRequest of(String tenant, String workflowName, Json payload) {
        return new TriggerRequest(
                tenant, workflowName, Optional.empty(), payload, CacheFlags.DEFAULT, 0, Optional.empty(), List.of());
    }
}
