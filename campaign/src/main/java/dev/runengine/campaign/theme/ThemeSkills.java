package dev.runengine.campaign.theme;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The skills that find the look of a campaign. */
public final class ThemeSkills {
    private ThemeSkills() {}

    public static List<Skill> all() {
        return List.of(
                TypedSkill.of(
                        SkillDescriptors.load(ThemeSkills.class, "extract_theme_from_brief.json"),
                        BriefTheme.Input.class,
                        BriefTheme::run),
                TypedSkill.of(
                        SkillDescriptors.load(ThemeSkills.class, "extract_theme_from_image.json"),
                        ImageTheme.Input.class,
                        ImageTheme::run));
    }
}
