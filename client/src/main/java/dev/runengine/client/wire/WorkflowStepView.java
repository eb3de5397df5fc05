package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A step as the workflow describes it.
 *
 * @param inputs the selectors that make its input
 * @param timeLimitMs of one execution, where it is not the skill's own
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WorkflowStepView(
        String stepId,
        String skillId,
        String description,
        List<String> dependsOn,
        JsonNode inputs,
        CachePolicyView cachePolicy,
        RetryPolicyView retryPolicy,
        Optional<Long> timeLimitMs) {
    public WorkflowStepView {
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    }
}
