package dev.runengine.core.workflow;

import java.util.List;

/** What came of compiling a workflow. */
public sealed interface Compilation {
    record Compiled(CompiledWorkflow workflow) implements Compilation {}

    /** @param problems all of them, at least one */
    record Rejected(List<WorkflowProblem> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
