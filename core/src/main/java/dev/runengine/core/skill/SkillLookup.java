package dev.runengine.core.skill;

import java.util.Optional;

/** The skills that steps may name. Safe for concurrent use. */
@FunctionalInterface
public interface SkillLookup {
    Optional<SkillDescriptor> find(String skillIdOrAlias);
}
