package dev.runengine.campaign.planning;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The door of the package: the skills that plan. */
public final class PlanningSkills {
    private PlanningSkills() {}

    public static List<Skill> all() {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(PlanningSkills.class, "campaign_plan_from_brief.json"),
                PlanRequest.class,
                new CampaignPlanner()::plan));
    }
}
