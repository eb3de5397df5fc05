package dev.runengine.client.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A step as the workflow describes it. @param inputs the selectors that make its input */
public record WorkflowStepView(
        String stepId,
        String skillId,
        String description,
        List<String> dependsOn,
        JsonNode inputs,
        CachePolicyView cachePolicy,
        RetryPolicyView retryPolicy) {
    public WorkflowStepView {
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    }
}
