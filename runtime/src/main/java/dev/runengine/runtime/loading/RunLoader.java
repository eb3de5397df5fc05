package dev.runengine.runtime.loading;

import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.RunStore.RecordedRun;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads a run for its owner. */
public final class RunLoader {
    private final RunStore store;
    private final WorkflowRegistry workflows;
    private final BaseRuns bases;

    public RunLoader(RunStore store, WorkflowRegistry workflows, BaseRuns bases) {
        this.store = store;
        this.workflows = workflows;
        this.bases = bases;
    }

    /**
     * A run for its owner to go on with.
     *
     * @param pausedFor what its time limit does not count
     * @param cancelRequested whether somebody wants the run cancelled
     */
    public record Loaded(RunState state, Duration pausedFor, boolean cancelRequested) {}

    /** @throws IllegalStateException when there is no such run, or its workflow version cannot run here */
    public Loaded load(UUID runId) {
        var recorded = store.load(runId).orElseThrow(() -> new IllegalStateException("there is no run " + runId));
        var workflow = workflows
                .find(recorded.workflowName(), Optional.of(recorded.workflowVersion()))
                .orElseThrow(() -> new IllegalStateException("workflow " + recorded.workflowName() + " "
                        + recorded.workflowVersion() + " is not registered here"));
        return new Loaded(state(recorded, workflow), recorded.pausedFor(), recorded.cancelRequested());
    }

    /** What was said about held steps of these runs, not yet acted on. */
    public List<HeldSettlement> settlements(Collection<UUID> runIds) {
        return store.settlements(runIds);
    }

    private RunState state(RecordedRun run, CompiledWorkflow workflow) {
        return RunState.of(
                run.runId(),
                run.tenant(),
                workflow,
                run.trigger(),
                run.cache(),
                base(run, workflow),
                run.status() == RunStatus.QUEUED ? new Phase.Queued() : new Phase.Running(),
                run.startedAt(),
                run.steps());
    }

    private Optional<BaseRun> base(RecordedRun run, CompiledWorkflow workflow) {
        return run.base()
                .flatMap(base -> store.base(run.tenant(), base.runId())
                        .map(recorded -> bases.of(run.tenant(), workflow, recorded, base.change())));
    }
}
