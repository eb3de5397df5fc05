package dev.runengine.runtime.engine;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to change a finished run.
 *
 * @param workflowVersion absent for the base run's
 * @param pins steps that keep the base run's result although the change touches what they depend on
 */
public record UpdateRequest(
        String tenant,
        UUID baseRunId,
        String changeType,
        Json payload,
        boolean force,
        Optional<String> workflowVersion,
        CacheFlags cache,
        List<String> pins) {
    public UpdateRequest {
        pins = List.copyOf(pins);
    }

    public UpdateRequest(
            String tenant,
            UUID baseRunId,
            String changeType,
            Json payload,
            boolean force,
            Optional<String> workflowVersion,
            CacheFlags cache) {
        this(tenant, baseRunId, changeType, payload, force, workflowVersion, cache, List.of());
    }

    public static UpdateRequest of(String tenant, UUID baseRunId, String changeType, Json payload) {
        return new UpdateRequest(tenant, baseRunId, changeType, payload, false, Optional.empty(), CacheFlags.DEFAULT);
    }
}
