package dev.runengine.client.wire;

import java.util.List;

/** By name, then from the oldest version to the newest. */
public record WorkflowList(List<WorkflowSummary> workflows) {
    public WorkflowList {
        workflows = workflows == null ? List.of() : List.copyOf(workflows);
    }
}
