package dev.runengine.core.change;

import dev.runengine.core.change.ChangeMapping.Mapped;
import dev.runengine.core.change.ChangeMapping.UnknownType;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.MergePatch;
import dev.runengine.core.workflow.ChangeType;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepSet;
import dev.runengine.core.workflow.StepSpec;
import java.util.stream.IntStream;

/** Maps a change request onto the steps of a workflow, as the workflow's own change types say. */
public final class ChangeRequestMapper {
    private ChangeRequestMapper() {}

    public static ChangeMapping map(CompiledWorkflow workflow, String changeType) {
        return workflow.spec()
                .changeType(changeType)
                .<ChangeMapping>map(type -> mapped(workflow, type, seeds(workflow, type)))
                .orElseGet(() -> unknown(workflow, changeType));
    }

    /** As {@link #map(CompiledWorkflow, String)}, for a base run of another version: what differs joins the seeds. */
    public static ChangeMapping map(CompiledWorkflow workflow, String changeType, CompiledWorkflow baseVersion) {
        return workflow.spec()
                .changeType(changeType)
                .<ChangeMapping>map(type ->
                        mapped(workflow, type, seeds(workflow, type).union(changedSteps(baseVersion, workflow))))
                .orElseGet(() -> unknown(workflow, changeType));
    }

    /** The trigger payload of the update run: the base's, with the change's payload merged in by RFC 7396. */
    public static Json mergeTrigger(ChangeType type, Json baseTrigger, Json payload) {
        return MergePatch.applyAt(baseTrigger, type.mergeAt(), payload);
    }

    /** Steps of the later version that the earlier one does not have, or has with other content. */
    static StepSet changedSteps(CompiledWorkflow earlier, CompiledWorkflow later) {
        return StepSet.of(IntStream.range(0, later.size())
                .filter(step -> !isIn(earlier, later, step))
                .toArray());
    }

    private static boolean isIn(CompiledWorkflow earlier, CompiledWorkflow later, int step) {
        var spec = later.step(step);
        var before = earlier.find(spec.id());
        return before.isPresent() && givesTheSame(earlier.step(before.getAsInt()), spec);
    }

    /** What a step is called, how it is cached and how often it is tried take no part in what it gives. */
    private static boolean givesTheSame(StepSpec a, StepSpec b) {
        return a.skill().equals(b.skill())
                && a.input().equals(b.input())
                && a.dependsOn().equals(b.dependsOn());
    }

    private static StepSet seeds(CompiledWorkflow workflow, ChangeType type) {
        return type.everyStep()
                ? StepSet.all(workflow.size())
                : StepSet.of(type.seeds().stream().mapToInt(workflow::stepNo).toArray());
    }

    private static Mapped mapped(CompiledWorkflow workflow, ChangeType type, StepSet seeds) {
        return new Mapped(type, seeds, workflow.graph().downstream(seeds));
    }

    private static UnknownType unknown(CompiledWorkflow workflow, String changeType) {
        return new UnknownType(
                changeType,
                workflow.spec().changeTypes().stream().map(ChangeType::name).toList());
    }
}
