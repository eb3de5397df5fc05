package dev.runengine.runtime.loading;

import dev.runengine.core.change.ChangeMapping;
import dev.runengine.core.change.ChangeRequestMapper;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.BaseRun.Impact;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepSet;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.cache.OutputFiles;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedBase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes of a recorded run what an update of it needs: its results, and what the change touches. A result whose file is
 * gone is no result: its step, and what follows from it, is touched too.
 */
public final class BaseRuns {
    private final WorkflowRegistry workflows;
    private final OutputFiles files;

    public BaseRuns(WorkflowRegistry workflows, ArtifactStore files) {
        this.workflows = workflows;
        this.files = new OutputFiles(files);
    }

    /** @param change absent for a workflow that reads a base run of another workflow; a known type otherwise */
    public BaseRun of(String tenant, CompiledWorkflow workflow, RecordedBase recorded, Optional<NewRun.Change> change) {
        var usable = usable(tenant, workflow, recorded.steps());
        return new BaseRun(
                recorded.runId(), usable, change.map(request -> impact(workflow, recorded, request, usable)));
    }

    private Impact impact(
            CompiledWorkflow workflow, RecordedBase recorded, NewRun.Change change, Map<String, BaseStep> usable) {
        var mapped = mapped(workflow, recorded, change.type());
        var pinned = pinned(workflow, change, usable);
        var lacking = StepSet.of(IntStream.range(0, workflow.size())
                .filter(step -> !usable.containsKey(workflow.step(step).id()))
                .toArray());
        var impacted = workflow.graph().downstream(mapped.seeds().union(lacking), pinned);
        return new Impact(impacted, change.force() || mapped.type().force() ? mapped.seeds() : StepSet.EMPTY, pinned);
    }

    /** A pinned step whose result is gone since must run after all. */
    private static StepSet pinned(CompiledWorkflow workflow, NewRun.Change change, Map<String, BaseStep> usable) {
        return StepSet.of(change.pins().stream()
                .filter(usable::containsKey)
                .flatMapToInt(pin -> workflow.find(pin).stream())
                .toArray());
    }

    /** What the change means directly, with the steps that another workflow version has changed. */
    public StepSet seeds(CompiledWorkflow workflow, RecordedBase recorded, NewRun.Change change) {
        return mapped(workflow, recorded, change.type()).seeds();
    }

    private ChangeMapping.Mapped mapped(CompiledWorkflow workflow, RecordedBase recorded, String type) {
        var baseVersion = workflows.find(recorded.workflowName(), Optional.of(recorded.workflowVersion()));
        var mapping = baseVersion.isPresent()
                ? ChangeRequestMapper.map(workflow, type, baseVersion.get())
                : ChangeRequestMapper.map(workflow, type);
        return switch (mapping) {
            case ChangeMapping.Mapped mapped -> mapped;
            case ChangeMapping.UnknownType unknown -> throw new IllegalArgumentException(unknown.message());
        };
    }

    private Map<String, BaseStep> usable(String tenant, CompiledWorkflow workflow, Map<String, BaseStep> steps) {
        var usable = new HashMap<String, BaseStep>();
        steps.forEach((id, step) -> {
            if (files.usable(tenant, step.output(), policy(workflow, id))) {
                usable.put(id, step);
            }
        });
        return usable;
    }

    /** Steps of another workflow have none here. */
    private static CachePolicy policy(CompiledWorkflow workflow, String step) {
        var number = workflow.find(step);
        return number.isPresent() ? workflow.step(number.getAsInt()).cache() : CachePolicy.GLOBAL;
    }
}
