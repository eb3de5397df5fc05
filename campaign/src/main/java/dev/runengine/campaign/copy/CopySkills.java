package dev.runengine.campaign.copy;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The skills that write. */
public final class CopySkills {
    private CopySkills() {}

    public static List<Skill> all() {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(CopySkills.class, "generate_campaign_copy.json"),
                GenerateCampaignCopy.Input.class,
                GenerateCampaignCopy::run));
    }
}
