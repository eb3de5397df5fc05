package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A workflow version. @param triggerSchema JSON Schema 2020-12 of the trigger payload */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WorkflowView(
        String name,
        String version,
        String description,
        List<WorkflowStepView> steps,
        List<ChangeMappingView> changeRequestMappings,
        Optional<JsonNode> triggerSchema,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> baseWorkflows,
        boolean failFast,
        Optional<Long> timeLimitMs) {
    public WorkflowView {
        steps = steps == null ? List.of() : List.copyOf(steps);
        changeRequestMappings = changeRequestMappings == null ? List.of() : List.copyOf(changeRequestMappings);
        baseWorkflows = baseWorkflows == null ? List.of() : List.copyOf(baseWorkflows);
    }
}
