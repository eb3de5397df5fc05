package dev.runengine.campaign.review;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The skill that measures what the others made. */
public final class ReviewSkills {
    private ReviewSkills() {}

    public static List<Skill> all() {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(ReviewSkills.class, "review_asset_quality.json"),
                ReviewAssetQuality.Request.class,
                ReviewAssetQuality::review));
    }
}
