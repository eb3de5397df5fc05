package dev.runengine.runtime.simulation;

import dev.runengine.core.run.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is recorded of a run, and who may record more of it. */
final class RunTruth {
    final UUID id;
    final String name;
    final Graph graph;
    final Map<String, Integer> parts;
    final Map<String, String> results;
    private final Predicate<Graph.Step> sharing;
    final List<StepTruth> steps;
    RunStatus status = RunStatus.QUEUED;
    boolean cancelAsked;
    boolean handedOver;
    boolean stepFailed;
    long fence;
    long seq;
    long claimedAtMs;
    /** Claims since the run was last queued that followed on an owner who did not give it up on purpose. */
    int losses;

    @Nullable
    Life owner;

    RunTruth(UUID id, String name, Graph graph, Map<String, Integer> parts, Predicate<Graph.Step> sharing) {
        this.id = id;
        this.name = name;
        this.graph = graph;
        this.parts = parts;
        this.results = graph.results(parts);
        this.sharing = sharing;
        this.steps = graph.steps().stream().map(StepTruth::new).toList();
    }

    boolean allDone() {
        return steps.stream().allMatch(step -> step.standing == StepTruth.Standing.DONE);
    }

    boolean dependenciesDone(int step) {
        return graph.steps().get(step).dependencies().stream()
                .allMatch(dependency -> steps.get(dependency).standing == StepTruth.Standing.DONE);
    }

    /** Whether others may wait for this step's execution, and it for theirs. */
    boolean shares(Graph.Step step) {
        return sharing.test(step);
    }

    /** The same for two steps that do the same work: what comes out tells what went in. */
    String work(Graph.Step step) {
        return graph.name() + " " + step.id() + " " + results.get(step.id());
    }

    void queuedAgain() {
        status = RunStatus.QUEUED;
        cancelAsked = false;
        stepFailed = false;
        handedOver = true;
        losses = 0;
        steps.forEach(StepTruth::queuedAgain);
    }

    @Override
    public String toString() {
        return name;
    }
}
