package dev.runengine.core.skill;

import java.util.Optional;

/** Finds the skill that a step names, by its id or an alias. */
@FunctionalInterface
public interface SkillLookup {
    Optional<SkillDescriptor> find(String idOrAlias);
}
