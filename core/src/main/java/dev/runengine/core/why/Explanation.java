package dev.runengine.core.why;

import dev.runengine.core.json.JsonDiff;
import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.workflow.CompiledWorkflow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a step's execution differs from the same step's in another run.
 *
 * @param comparedWith the other run
 * @param differences of the input, by place
 * @param complete whether these are all differences; false when there are more than are listed
 * @param inputsKnown whether both inputs are still recorded
 * @param skillBefore of the other run, when its skill version is another
 * @param causes where the differences began, the nearest first
 */
public record Explanation(
        UUID comparedWith,
        List<Difference> differences,
        boolean complete,
        boolean inputsKnown,
        Optional<SkillVersion> skillBefore,
        Optional<SkillVersion> skillAfter,
        List<RootCause> causes) {
    private static final int MOST_DIFFERENCES = 100;

    public Explanation {
        differences = List.copyOf(differences);
        causes = List.copyOf(causes);
    }

    public boolean skillChanged() {
        return !skillBefore.equals(skillAfter);
    }

    /**
     * Compares a step of two runs of one workflow; empty when one of them does not have it.
     *
     * @param workflow of the later run; absent when it is not known here any more: then causes are not looked for
     */
    public static Optional<Explanation> of(
            Optional<CompiledWorkflow> workflow, RunFacts earlier, RunFacts later, String stepId) {
        var before = earlier.step(stepId);
        var after = later.step(stepId);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var diff = diff(before.get(), after.get());
        var causes = workflow.map(known -> new CauseSearch(known, earlier, later).of(stepId))
                .orElse(List.of());
        return Optional.of(new Explanation(
                earlier.runId(),
                diff.differences(),
                diff.complete(),
                before.get().sameInput(after.get())
                        || (before.get().input().isPresent()
                                && after.get().input().isPresent()),
                before.get().skillVersion(),
                after.get().skillVersion(),
                causes));
    }

    private static JsonDiff diff(StepFacts before, StepFacts after) {
        if (before.sameInput(after) || before.input().isEmpty() || after.input().isEmpty()) {
            return new JsonDiff(List.of(), true);
        }
        return JsonDiff.between(before.input().get(), after.input().get(), MOST_DIFFERENCES);
    }
}
