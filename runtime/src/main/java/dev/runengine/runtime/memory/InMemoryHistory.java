package dev.runengine.runtime.memory;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.StepState;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.why.StepFacts;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Looks back at the runs of an {@link InMemoryStore}, each time as of one moment: under its monitor. */
public final class InMemoryHistory implements History {
    private final InMemoryStore store;

    public InMemoryHistory(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<StepFacts> facts(String tenant, UUID runId, String stepId) {
        synchronized (store) {
            return owned(tenant, runId).flatMap(run -> number(run, stepId).map(step -> facts(run, step)));
        }
    }

    @Override
    public Optional<List<StepOutline>> outlines(String tenant, UUID runId) {
        synchronized (store) {
            return owned(tenant, runId)
                    .map(run -> IntStream.range(0, run.steps.size())
                            .mapToObj(step -> outline(run, step))
                            .toList());
        }
    }

    @Override
    public List<StepCost> costs(String tenant, UUID runId) {
        return outlines(tenant, runId).orElse(List.of()).stream()
                .map(step -> new StepCost(step.stepId(), step.status(), step.madeBy()))
                .toList();
    }

    @Override
    public Map<String, List<Execution>> recent(String tenant, CompiledWorkflow workflow, int perStep) {
        var recent = new HashMap<String, List<Execution>>();
        synchronized (store) {
            for (var run : List.copyOf(store.all()).reversed()) {
                if (run.asked().tenant().equals(tenant)
                        && run.asked().workflow().name().equals(workflow.name())) {
                    addExecutions(run, recent, perStep);
                }
            }
        }
        return recent;
    }

    private static void addExecutions(MemoryRun run, Map<String, List<Execution>> recent, int perStep) {
        for (int step = 0; step < run.steps.size(); step++) {
            if (run.steps.get(step) instanceof StepState.Completed done) {
                var executions =
                        recent.computeIfAbsent(run.asked().workflow().step(step).id(), _ -> new ArrayList<>());
                if (executions.size() < perStep) {
                    executions.add(done.execution(run.asked().runId()));
                }
            }
        }
    }

    private static StepFacts facts(MemoryRun run, int step) {
        var state = run.steps.get(step);
        var fingerprint = MemoryViews.fingerprint(state);
        return new StepFacts(
                run.asked().workflow().step(step).id(),
                MemoryViews.decision(state),
                fingerprint.map(Fingerprint::inputHash),
                run.input(step),
                fingerprint.map(Fingerprint::skillVersion),
                output(state));
    }

    private static StepOutline outline(MemoryRun run, int step) {
        var state = run.steps.get(step);
        var fingerprint = MemoryViews.fingerprint(state);
        return new StepOutline(
                run.asked().workflow().step(step).id(),
                state.status(),
                MemoryViews.decision(state),
                fingerprint.map(Fingerprint::inputHash),
                fingerprint.map(Fingerprint::skillVersion),
                output(state).map(InMemoryHistory::digest),
                MemoryViews.madeBy(run, step));
    }

    private static ContentHash digest(StepOutput output) {
        return InputHasher.hash(output.asJson());
    }

    private static Optional<StepOutput> output(StepState state) {
        return state instanceof StepState.Done done ? Optional.of(done.output()) : Optional.empty();
    }

    private static Optional<Integer> number(MemoryRun run, String stepId) {
        return run.asked().workflow().find(stepId).stream().boxed().findFirst();
    }

    private Optional<MemoryRun> owned(String tenant, UUID runId) {
        return store.find(runId).filter(run -> run.asked().tenant().equals(tenant));
    }
}
