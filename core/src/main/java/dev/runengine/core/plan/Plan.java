package dev.runengine.core.plan;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.skill.SkillVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is expected of each step of an update, in the workflow's order. */
public record Plan(List<PlannedStep> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Steps that run, and steps that may. */
    public int stepsToExecute() {
        return (int) steps.stream()
                .filter(step -> step.expectation() != Expectation.REUSE)
                .count();
    }

    /** The cached results that it counts on. */
    public Set<EntryRef> entries() {
        return steps.stream().flatMap(step -> step.entry().stream()).collect(Collectors.toSet());
    }

    /** What it says of each step, for comparing with a later plan of the same update. */
    public List<Promise> promises() {
        return steps.stream().map(PlannedStep::promise).toList();
    }

    /**
     * @param decision the record the step would keep; absent while its input is not known
     * @param reason in words, those of the decision where there is one
     * @param entry the cached result it would take
     */
    public record PlannedStep(
            String stepId,
            Expectation expectation,
            Optional<StepDecision> decision,
            String reason,
            Optional<ContentHash> inputHash,
            Optional<SkillVersion> skillVersion,
            Optional<EntryRef> entry) {
        Promise promise() {
            return new Promise(stepId, expectation, reason, inputHash, skillVersion);
        }
    }

    public enum Expectation {
        /** It executes, unless another run is first to have the very result. */
        RUN,
        /** Its result is taken over. */
        REUSE,
        /** It depends on something that is not known yet, or that nobody holds for it. */
        MAYBE
    }
}
