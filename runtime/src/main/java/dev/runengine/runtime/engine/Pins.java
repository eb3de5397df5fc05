package dev.runengine.runtime.engine;

import dev.runengine.core.run.BaseRun;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.text.Nearest;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepSet;
import dev.runengine.core.workflow.StepSpec;
import java.util.ArrayList;
import java.util.List;

/** Which steps can keep the base run's result. */
final class Pins {
    private Pins() {}

    /** @param seeds what the change means directly */
    static List<Problem> misplaced(List<String> pins, CompiledWorkflow workflow, BaseRun base, StepSet seeds) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < pins.size(); i++) {
            var pin = pins.get(i);
            var at = "/pin/" + i;
            var step = workflow.find(pin);
            if (step.isEmpty()) {
                var known = workflow.spec().steps().stream().map(StepSpec::id).toList();
                problems.add(new Problem(at, "there is no step " + pin + Nearest.hint(pin, known)));
            } else if (seeds.contains(step.getAsInt())) {
                problems.add(new Problem(at, pin + " is what the change is about; leave the pin or the change out"));
            } else if (base.output(pin).isEmpty()) {
                problems.add(new Problem(at, "the base run has no result of " + pin + ", or its files are gone"));
            }
        }
        return problems;
    }
}
