package dev.runengine.core.why;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import java.util.Optional;

/**
 * What is recorded of a step of a run. Of a result that was taken over without resolving an input, input and skill are
 * those of the execution that made it.
 *
 * @param input absent while there is none, and once it was pruned
 */
public record StepFacts(
        String stepId,
        Optional<StepDecision> decision,
        Optional<ContentHash> inputHash,
        Optional<Json> input,
        Optional<SkillVersion> skillVersion,
        Optional<StepOutput> output) {

    boolean sameInput(StepFacts other) {
        return inputHash.isPresent() && inputHash.equals(other.inputHash);
    }

    boolean sameSkill(StepFacts other) {
        return skillVersion.equals(other.skillVersion);
    }

    Optional<Json> outputJson() {
        return output.map(StepOutput::asJson);
    }
}
