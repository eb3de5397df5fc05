package dev.runengine.client.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A kind of change that can be asked for.
 *
 * @param steps the steps that the change means directly; what follows from them is derived
 * @param mergeAt where in the trigger payload the change's payload is merged
 */
public record ChangeMappingView(
        String type, List<String> steps, JsonNode payloadSchema, String mergeAt, boolean force) {
    public ChangeMappingView {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
