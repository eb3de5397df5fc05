package dev.runengine.core.reuse;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import java.util.Optional;

/**
 * A finished step of the run that an update starts from.
 *
 * @param inputHash absent when the base itself took the result over without knowing the input
 */
public record BaseStep(StepOutput output, Optional<ContentHash> inputHash, Optional<SkillVersion> skillVersion) {}
