package dev.runengine.runtime.node;

import dev.runengine.core.workflow.WorkflowRegistry.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Workflows that cannot run, with everything that is wrong with them. A node does not start with such. */
public final class InvalidWorkflowsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidWorkflowsException(List<Refusal> refusals) {
        this(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
    }

    InvalidWorkflowsException(String message) {
        super(message);
    }
}
