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
 * @param answer recorded with the run, when its request has a key
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
        Instant createdAt,
        Optional<RecordedAnswer> answer) {

    public NewRun(
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
        this(runId, tenant, workflow, trigger, base, cache, priority, notBefore, tags, createdAt, Optional.empty());
    }

    /** The same run, as what is answered to a request of that key. */
    public NewRun answering(RequestKey key, String message) {
        return new NewRun(
                runId,
                tenant,
                workflow,
                trigger,
                base,
                cache,
                priority,
                notBefore,
                tags,
                createdAt,
                Optional.of(new RecordedAnswer(key, runId, message)));
    }

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
