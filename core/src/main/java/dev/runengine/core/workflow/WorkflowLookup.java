package dev.runengine.core.workflow;

import java.util.Optional;

/** Finds a workflow that another one updates; the newest version of it. */
@FunctionalInterface
public interface WorkflowLookup {
    Optional<WorkflowSpec> find(String name);
}
