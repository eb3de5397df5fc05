package dev.runengine.campaign.picture;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The skills that make pictures. */
public final class PictureSkills {
    private PictureSkills() {}

    public static List<Skill> all() {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(PictureSkills.class, "generate_intro_image.json"),
                IntroImageInput.class,
                GenerateIntroImage::run));
    }
}
