package dev.runengine.core.workflow;

import dev.runengine.core.selector.SelectorReads.Read;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every step and path that is read from the base run exists in a workflow whose runs may be the base, or in one that
 * those update in turn: a step that the base run does not have is looked for in the base of that run.
 */
final class BaseRunChecks {
    private BaseRunChecks() {}

    static void check(Draft draft, WorkflowLookup workflows, Problems problems) {
        var bases = bases(draft.spec(), workflows, problems);
        var steps = draft.spec().steps();
        for (int i = 0; i < steps.size(); i++) {
            for (var read : draft.reads(i).reads()) {
                if (read instanceof Read.OfBaseRun base) {
                    check(base, steps.get(i).id(), bases, draft, problems);
                }
            }
        }
    }

    private static Map<String, WorkflowSpec> bases(WorkflowSpec spec, WorkflowLookup workflows, Problems problems) {
        var bases = new LinkedHashMap<String, WorkflowSpec>();
        var open = new ArrayDeque<>(spec.baseWorkflows());
        while (!open.isEmpty()) {
            var name = open.remove();
            var base = name.equals(spec.name()) ? Optional.of(spec) : workflows.find(name);
            if (base.isEmpty() && spec.baseWorkflows().contains(name)) {
                problems.inWorkflow("it updates runs of \"" + name + "\", a workflow that is not registered");
            }
            base.filter(found -> bases.putIfAbsent(name, found) == null)
                    .ifPresent(found -> open.addAll(found.baseWorkflows()));
        }
        return bases;
    }

    private static void check(
            Read.OfBaseRun read, String reader, Map<String, WorkflowSpec> bases, Draft draft, Problems problems) {
        if (draft.spec().baseWorkflows().isEmpty()) {
            problems.inInput(
                    reader,
                    read.field(),
                    "it reads step " + read.step()
                            + " of the base run, but the workflow names no workflow that it updates");
            return;
        }
        boolean exists = false;
        for (var base : bases.values()) {
            var source = find(base, read.step());
            exists |= source.isPresent();
            source.flatMap(step -> OutputPathChecks.missing(step, read.path(), draft.skillShapes()))
                    .ifPresent(message -> problems.inInput(reader, read.field(), "in " + base.name() + ", " + message));
        }
        if (!exists) {
            var known = new TreeSet<String>();
            bases.values().forEach(base -> base.steps().forEach(step -> known.add(step.id())));
            problems.inInput(
                    reader,
                    read.field(),
                    "no workflow that may be the base (" + String.join(", ", bases.keySet()) + ") has a step \""
                            + read.step() + "\"" + problems.hint(read.step(), List.copyOf(known)));
        }
    }

    private static Optional<StepSpec> find(WorkflowSpec workflow, String step) {
        return workflow.steps().stream()
                .filter(candidate -> candidate.id().equals(step))
                .findFirst();
    }
}
