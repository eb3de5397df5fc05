package dev.runengine.skills.catalog;

import dev.runengine.core.skill.Skill;
import java.util.List;
import java.util.Map;

/** Skills that come together, found by {@link java.util.ServiceLoader}. */
public interface SkillPack {
    /** For messages, such as {@code campaign}. */
    String name();

    List<Skill> skills();

    /** Other names for skills of any pack: alias to id. */
    default Map<String, String> aliases() {
        return Map.of();
    }
}
