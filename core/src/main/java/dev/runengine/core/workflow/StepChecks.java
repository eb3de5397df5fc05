package dev.runengine.core.workflow;

import dev.runengine.core.selector.SelectorReads.Read;

/** Names: every step has one of its own, and every step and skill that is named exists. */
final class StepChecks {
    private StepChecks() {}

    static void check(Draft draft, Problems problems) {
        var steps = draft.spec().steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (draft.numbers().getOrDefault(step.id(), i) != i) {
                problems.inStep(step.id(), "another step has the same id; give each step an id of its own");
            }
            if (draft.skillShapes().of(step.skill()).isEmpty()) {
                problems.inStep(
                        step.id(),
                        "there is no skill \"" + step.skill() + "\" in the catalog; register it, or correct the name");
            }
            checkDependencies(step, draft, problems);
            checkReads(step, draft, i, problems);
        }
    }

    private static void checkDependencies(StepSpec step, Draft draft, Problems problems) {
        for (var dependency : step.dependsOn()) {
            if (dependency.equals(step.id())) {
                problems.inStep(step.id(), "it depends on itself: " + step.id() + " -> " + step.id());
            } else if (!draft.numbers().containsKey(dependency)) {
                problems.inStep(step.id(), "it depends on " + unknown(dependency, draft, problems));
            }
        }
    }

    private static void checkReads(StepSpec step, Draft draft, int number, Problems problems) {
        for (var read : draft.reads(number).reads()) {
            if (read instanceof Read.OfStep(var field, var source, var _)) {
                if (source.equals(step.id())) {
                    problems.inInput(step.id(), field, "it reads its own output, which is not there before it has run");
                } else if (!draft.numbers().containsKey(source)) {
                    problems.inInput(step.id(), field, "it reads " + unknown(source, draft, problems));
                }
            }
        }
    }

    private static String unknown(String id, Draft draft, Problems problems) {
        return "step \"" + id + "\", which the workflow does not have"
                + problems.hint(id, draft.numbers().keySet());
    }
}
