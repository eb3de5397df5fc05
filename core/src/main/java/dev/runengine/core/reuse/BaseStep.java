package dev.runengine.core.reuse;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import java.util.Optional;

/**
 * A finished step of the run that an update starts from.
 *
 * @param inputHash absent when the base itself took the result over without knowing the input
 * @param madeBy the execution behind the result, the base's own or one that it reused; absent where it is not known
 */
public record BaseStep(
        StepOutput output,
        Optional<ContentHash> inputHash,
        Optional<SkillVersion> skillVersion,
        Optional<Execution> madeBy) {}
