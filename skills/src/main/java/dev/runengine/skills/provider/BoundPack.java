package dev.runengine.skills.provider;

import dev.runengine.core.skill.Skill;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.skills.catalog.SkillPack;
import java.util.List;
import java.util.Map;

/** A pack with some of its skills exchanged. */
record BoundPack(SkillPack pack, List<Skill> skills) implements SkillPack {
    BoundPack {
        skills = List.copyOf(skills);
    }

    @Override
    public String name() {
        return pack.name();
    }

    @Override
    public Map<String, String> aliases() {
        return pack.aliases();
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return pack.workflows();
    }
}
