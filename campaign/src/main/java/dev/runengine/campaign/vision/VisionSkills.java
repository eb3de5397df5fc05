package dev.runengine.campaign.vision;

import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;

/** The skills that look at pictures. */
public final class VisionSkills {
    private VisionSkills() {}

    public static List<Skill> all() {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(VisionSkills.class, "segment_start_button.json"),
                SegmentStartButton.Input.class,
                SegmentStartButton::run));
    }
}
