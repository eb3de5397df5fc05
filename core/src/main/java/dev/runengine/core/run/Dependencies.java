package dev.runengine.core.run;

import dev.runengine.core.workflow.CompiledWorkflow;
import java.util.ArrayList;
import java.util.List;

/** Counts what each waiting step still waits for. */
final class Dependencies {
    private Dependencies() {}

    static List<StepState> counted(CompiledWorkflow workflow, List<? extends StepState> recorded) {
        var counted = new ArrayList<StepState>(recorded.size());
        for (int step = 0; step < recorded.size(); step++) {
            counted.add(
                    recorded.get(step) instanceof StepState.Waiting(Counters counters, var _)
                            ? new StepState.Waiting(counters, missing(workflow, recorded, step))
                            : recorded.get(step));
        }
        return counted;
    }

    private static int missing(CompiledWorkflow workflow, List<? extends StepState> recorded, int step) {
        int missing = 0;
        for (int dependency : workflow.dependencies(step)) {
            missing += recorded.get(dependency) instanceof StepState.Done ? 0 : 1;
        }
        return missing;
    }
}
