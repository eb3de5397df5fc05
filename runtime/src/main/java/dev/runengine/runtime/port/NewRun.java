package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run to be recorded and queued.
 *
 * @param notBefore earliest start
 */
public record NewRun(
        UUID runId,
        String tenant,
        CompiledWorkflow workflow,
        Json trigger,
        Optional<BaseOf> base,
        CacheFlags cache,
        int priority,
        Optional<Instant> notBefore,
        List<String> tags,
        Instant createdAt) {

    /**
     * The run this one is an update of.
     *
     * @param change absent for a workflow that reads a base run of another workflow
     */
    public record BaseOf(UUID runId, Optional<Change> change) {}

    /** A change request, as it was asked for. @param pins steps that keep the base run's result */
    public record Change(String type, Json payload, boolean force, List<String> pins) {
        public Change {
            pins = List.copyOf(pins);
        }

        public Change(String type, Json payload, boolean force) {
            this(type, payload, force, List.of());
        }
    }
}
