package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.why.StepFacts;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What runs did and what it cost, for those who ask why. Every query belongs to one tenant; what is another tenant's is as
 * if it did not exist.
 */
public interface History {
    /** A step with its input and output. */
    Optional<StepFacts> facts(String tenant, UUID runId, String stepId);

    /** All steps of a run, without payloads, in the workflow's order. */
    Optional<List<StepOutline>> outlines(String tenant, UUID runId);

    /** What the steps of a run cost, or would have cost without reuse, in the workflow's order; empty for no such run. */
    List<StepCost> costs(String tenant, UUID runId);

    /** The newest executions that succeeded of each step, of the last runs of a workflow, in any version. */
    Map<String, List<Execution>> recent(String tenant, CompiledWorkflow workflow, int perStep);

    /** @param madeBy the execution that made the result; absent until there is one, and where it was never recorded */
    record StepCost(String stepId, StepStatus status, Optional<Execution> madeBy) {}

    /**
     * A step, as far as it can be compared without its payloads.
     *
     * @param result equal for equal outputs and files; absent until the step is done
     */
    record StepOutline(
            String stepId,
            StepStatus status,
            Optional<StepDecision> decision,
            Optional<ContentHash> inputHash,
            Optional<SkillVersion> skillVersion,
            Optional<ContentHash> result,
            Optional<Execution> madeBy) {}
}
