package dev.runengine.campaign.validation;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.playthrough.Patience;
import dev.runengine.campaign.playthrough.PlayThrough;
import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.util.List;
import java.util.function.Supplier;

/** The skill that tells whether a game bundle may go out. */
public final class ValidationSkills {
    private ValidationSkills() {}

    public static List<Skill> all() {
        return with(() -> new PlayThrough(Browser.installed(), Patience.USUAL));
    }

    static List<Skill> with(Supplier<PlayThrough> playThrough) {
        return List.of(TypedSkill.of(
                SkillDescriptors.load(ValidationSkills.class, "validate_game_bundle.json"),
                ValidateGameBundle.Request.class,
                new ValidateGameBundle(playThrough)::validate));
    }
}
