package dev.runengine.campaign.intelligence;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The skills that advise. */
public final class IntelligenceSkills {
    private IntelligenceSkills() {}

    public static List<Skill> all() {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(IntelligenceSkills.class, "intelligence_plan.json"),
                Advisor.Request.class,
                new Advisor()::advise));
    }
}
