package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.run.RunStatus;
import java.util.Map;
import java.util.UUID;

/** A run that another starts from. @param steps its finished steps by id, completed by its own base's */
public record RecordedBase(
        UUID runId,
        String workflowName,
        String workflowVersion,
        RunStatus status,
        Json trigger,
        Map<String, BaseStep> steps) {
    public RecordedBase {
        steps = Map.copyOf(steps);
    }
}
