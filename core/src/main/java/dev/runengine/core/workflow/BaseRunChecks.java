package dev.runengine.core.workflow;

import dev.runengine.core.selector.SelectorReads.Read;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every step and path that is read from the base run exists in a workflow whose runs may be the base, or in one that
 * those update in turn: a step that the base run does not have is looked for in the base of that run.
 */
final class BaseRunChecks {
    private final Draft draft;
    private final Problems problems;
    private final Map<String, Base> bases = new LinkedHashMap<>();
    private final Set<String> knownSteps = new TreeSet<>();

    private record Base(WorkflowSpec spec, Map<String, StepSpec> steps) {
        Base(WorkflowSpec spec) {
            this(
                    spec,
                    spec.steps().stream().collect(Collectors.toMap(StepSpec::id, step -> step, (first, _) -> first)));
        }
    }

    private BaseRunChecks(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    static void check(Draft draft, WorkflowLookup workflows, Problems problems) {
        var checks = new BaseRunChecks(draft, problems);
        checks.findBases(workflows);
        draft.spec().baseAgreements().forEach(checks::check);
        var steps = draft.spec().steps();
        for (int i = 0; i < steps.size(); i++) {
            for (var read : draft.reads(i).reads()) {
                if (read instanceof Read.OfBaseRun base) {
                    checks.check(base, steps.get(i).id());
                }
            }
        }
    }

    private void findBases(WorkflowLookup workflows) {
        var spec = draft.spec();
        var open = new ArrayDeque<>(spec.baseWorkflows());
        while (!open.isEmpty()) {
            var name = open.remove();
            if (bases.containsKey(name)) {
                continue;
            }
            var found = name.equals(spec.name()) ? Optional.of(spec) : workflows.find(name);
            if (found.isPresent()) {
                bases.put(name, new Base(found.get()));
                open.addAll(found.get().baseWorkflows());
            } else if (spec.baseWorkflows().contains(name)) {
                problems.inWorkflow("it updates runs of \"" + name + "\", a workflow that is not registered");
            }
        }
        bases.values().forEach(base -> knownSteps.addAll(base.steps().keySet()));
    }

    private void check(BaseAgreement agreement) {
        if (!knownSteps.contains(agreement.step())) {
            problems.inWorkflow("\"" + agreement.trigger() + "\" of a trigger is to be the same as in step \""
                    + agreement.step() + "\" of the base run, but no workflow that may be the base has that step"
                    + problems.hint(agreement.step(), knownSteps));
        }
        bases.values().stream()
                .flatMap(base -> Optional.ofNullable(base.steps().get(agreement.step())).stream())
                .flatMap(step -> OutputPathChecks.missing(step, agreement.path(), draft.skillShapes()).stream())
                .forEach(problems::inWorkflow);
    }

    private void check(Read.OfBaseRun read, String reader) {
        if (draft.spec().baseWorkflows().isEmpty()) {
            problems.inInput(
                    reader,
                    read.field(),
                    "it reads step " + read.step()
                            + " of the base run, but the workflow names no workflow that it updates");
        } else if (!knownSteps.contains(read.step())) {
            problems.inInput(
                    reader,
                    read.field(),
                    "no workflow that may be the base (" + String.join(", ", bases.keySet()) + ") has a step \""
                            + read.step() + "\"" + problems.hint(read.step(), knownSteps));
        } else {
            bases.values().forEach(base -> checkPath(read, reader, base));
        }
    }

    private void checkPath(Read.OfBaseRun read, String reader, Base base) {
        Optional.ofNullable(base.steps().get(read.step()))
                .flatMap(step -> OutputPathChecks.missing(step, read.path(), draft.skillShapes()))
                .ifPresent(message -> problems.inInput(
                        reader, read.field(), "in " + base.spec().name() + ", " + message));
    }
}
