package dev.runengine.skills.catalog;

import dev.runengine.core.skill.Skill;
import dev.runengine.core.workflow.WorkflowSpec;
import java.util.List;
import java.util.Map;

/** Skills, and workflows made of them, that come together; found by {@link java.util.ServiceLoader}. */
public interface SkillPack {
    /** For messages, such as {@code campaign}. */
    String name();

    List<Skill> skills();

    /** Other names for skills of any pack: alias to id. */
    default Map<String, String> aliases() {
        return Map.of();
    }

    /** Workflows over skills of any pack. */
    default List<WorkflowSpec> workflows() {
        return List.of();
    }
}
