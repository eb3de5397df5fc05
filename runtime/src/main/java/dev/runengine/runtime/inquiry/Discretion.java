package dev.runengine.runtime.inquiry;

import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.why.Cause;
import dev.runengine.core.why.Explanation;
import dev.runengine.core.why.RootCause;
import dev.runengine.core.why.Secrets;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.util.List;
import java.util.Optional;

/** Leaves out of answers what nobody is shown. */
final class Discretion {
    private final SkillLookup skills;

    public Discretion(SkillLookup skills) {
        this.skills = skills;
    }

    /** What is secret in inputs of a skill; by names alone when the skill is not here. */
    Secrets ofInput(String skillId) {
        return skills.find(skillId)
                .map(SkillDescriptor::inputSchema)
                .map(Secrets::of)
                .orElseGet(Secrets::byName);
    }

    Explanation applied(Explanation explained, String skillId, Optional<CompiledWorkflow> workflow) {
        var inTrigger = workflow.flatMap(known -> known.spec().triggerSchema())
                .map(Secrets::of)
                .orElseGet(Secrets::byName);
        return new Explanation(
                explained.comparedWith(),
                redacted(explained.differences(), ofInput(skillId)),
                explained.complete(),
                explained.inputsKnown(),
                explained.skillBefore(),
                explained.skillAfter(),
                explained.causes().stream()
                        .map(root -> new RootCause(redacted(root.cause(), inTrigger), root.path()))
                        .toList());
    }

    static List<Difference> redacted(List<Difference> differences, Secrets secrets) {
        return differences.stream().map(secrets::redacted).toList();
    }

    private static Cause redacted(Cause cause, Secrets secrets) {
        return switch (cause) {
            case Cause.TriggerChanged(var differences) -> new Cause.TriggerChanged(redacted(differences, secrets));
            case Cause.SkillVersionChanged _, Cause.OtherResult _, Cause.BaseRunChanged _ -> cause;
            case Cause.WorkflowChanged _, Cause.NotRecorded _ -> cause;
        };
    }
}
