package dev.runengine.core.why;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonDiff;
import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.selector.SelectorReads;
import dev.runengine.core.selector.SelectorReads.Read;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks from a step to where the difference between two runs began: through each part of its input that differs to what
 * that part was read from, breadth first, so that the shortest way to each cause is the one that is told.
 */
final class CauseSearch {
    private static final int MOST_DIFFERENCES = 50;
    /** Bounds what one question reads; a change seldom has more steps between it and what it touches. */
    private static final int MOST_STEPS = 200;

    private final CompiledWorkflow workflow;
    private final RunFacts earlier;
    private final RunFacts later;
    private final Map<Cause, RootCause> found = new LinkedHashMap<>();
    private final Map<JsonPointer, Difference> trigger = new LinkedHashMap<>();
    private final ArrayDeque<Visit> open = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private Optional<List<String>> toTrigger = Optional.empty();

    /** @param path from this step to the one in question, both included */
    private record Visit(String step, List<String> path) {}

    CauseSearch(CompiledWorkflow workflow, RunFacts earlier, RunFacts later) {
        this.workflow = workflow;
        this.earlier = earlier;
        this.later = later;
    }

    List<RootCause> of(String stepId) {
        visitLater(stepId, List.of());
        boolean inQuestion = true;
        while (!open.isEmpty() && seen.size() <= MOST_STEPS) {
            visit(open.poll(), inQuestion);
            inQuestion = false;
        }
        var causes = new ArrayList<RootCause>();
        toTrigger.ifPresent(
                path -> causes.add(new RootCause(new Cause.TriggerChanged(List.copyOf(trigger.values())), path)));
        causes.addAll(found.values());
        return causes;
    }

    private void visitLater(String step, List<String> followers) {
        if (seen.add(step)) {
            var path = new ArrayList<String>();
            path.add(step);
            path.addAll(followers);
            open.add(new Visit(step, path));
        }
    }

    private void visit(Visit visit, boolean inQuestion) {
        var before = earlier.step(visit.step());
        var after = later.step(visit.step());
        var number = workflow.find(visit.step());
        if (before.isEmpty() || after.isEmpty() || number.isEmpty()) {
            add(visit, unexplained(visit));
            return;
        }
        if (!before.get().sameSkill(after.get())) {
            add(
                    visit,
                    new Cause.SkillVersionChanged(
                            visit.step(),
                            before.get().skillVersion(),
                            after.get().skillVersion()));
        }
        if (!before.get().sameInput(after.get())) {
            followInput(visit, workflow.step(number.getAsInt()), before.get(), after.get());
        } else if (!inQuestion && before.get().sameSkill(after.get())) {
            add(visit, new Cause.OtherResult(visit.step(), after.get().decision()));
        }
    }

    private void followInput(Visit visit, StepSpec spec, StepFacts before, StepFacts after) {
        if (before.input().isEmpty() || after.input().isEmpty()) {
            add(visit, new Cause.NotRecorded(visit.step()));
            return;
        }
        var reads = SelectorReads.of(spec.input());
        if (reads.opaque()) {
            followOpaque(visit, workflow.dependencies(workflow.stepNo(spec.id())));
            return;
        }
        var diff = JsonDiff.between(before.input().get(), after.input().get(), MOST_DIFFERENCES);
        for (var difference : diff.differences()) {
            boolean explained = false;
            for (var read : reads.reads()) {
                explained |= JsonPointer.parse(read.field()).overlaps(difference.at()) && follow(visit, read);
            }
            if (!explained) {
                unexplained(visit, reads, difference);
            }
        }
    }

    /** @return whether what is read there differs */
    private boolean follow(Visit visit, Read read) {
        return switch (read) {
            case Read.OfTrigger(var _, JsonPath path) ->
                followTrigger(visit, path.toPointer(), path.find(earlier.trigger()), path.find(later.trigger()));
            case Read.OfStep(var _, String step, JsonPath path) -> {
                boolean differs = !outputAt(earlier, step, path).equals(outputAt(later, step, path));
                if (differs) {
                    visitLater(step, visit.path());
                }
                yield differs;
            }
            case Read.OfBaseRun _ -> false;
        };
    }

    private boolean followTrigger(Visit visit, JsonPointer at, Optional<Json> before, Optional<Json> after) {
        if (before.equals(after)) {
            return false;
        }
        differences(before, after).forEach(difference -> {
            var place = new ArrayList<>(at.segments());
            place.addAll(difference.at().segments());
            var pointer = new JsonPointer(place);
            trigger.putIfAbsent(pointer, new Difference(pointer, difference.before(), difference.after()));
        });
        if (toTrigger.isEmpty()) {
            toTrigger = Optional.of(visit.path());
        }
        return true;
    }

    private static Collection<Difference> differences(Optional<Json> before, Optional<Json> after) {
        return before.isPresent() && after.isPresent()
                ? JsonDiff.between(before.get(), after.get(), MOST_DIFFERENCES).differences()
                : List.of(new Difference(JsonPointer.ROOT, before, after));
    }

    /** Nobody can tell what code has read: every result before it that differs may be why, else the trigger. */
    private void followOpaque(Visit visit, int[] dependencies) {
        boolean explained = false;
        for (int dependency : dependencies) {
            explained |=
                    follow(visit, new Read.OfStep("", workflow.step(dependency).id(), JsonPath.WHOLE));
        }
        if (!explained
                && !followTrigger(
                        visit, JsonPointer.ROOT, Optional.of(earlier.trigger()), Optional.of(later.trigger()))) {
            add(visit, unexplained(visit));
        }
    }

    private void unexplained(Visit visit, SelectorReads reads, Difference difference) {
        boolean readsBase = reads.reads().stream()
                .anyMatch(read -> read instanceof Read.OfBaseRun
                        && JsonPointer.parse(read.field()).overlaps(difference.at()));
        add(visit, readsBase ? new Cause.BaseRunChanged(visit.step()) : unexplained(visit));
    }

    /** What no source explains: the wiring differs, or, where that cannot be, something is not recorded any more. */
    private Cause unexplained(Visit visit) {
        if (earlier.workflowVersion().equals(later.workflowVersion())) {
            return new Cause.NotRecorded(visit.step());
        }
        return new Cause.WorkflowChanged(visit.step(), earlier.workflowVersion(), later.workflowVersion());
    }

    private static Optional<Json> outputAt(RunFacts run, String step, JsonPath path) {
        return run.step(step).flatMap(StepFacts::outputJson).flatMap(path::find);
    }

    private void add(Visit visit, Cause cause) {
        found.putIfAbsent(cause, new RootCause(cause, visit.path()));
    }
}
