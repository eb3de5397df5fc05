package dev.runengine.campaign.video;

import dev.runengine.campaign.webm.WebmEncoder;
import dev.runengine.core.skill.Skill;
import dev.runengine.skills.typed.SkillDescriptors;
import dev.runengine.skills.typed.TypedSkill;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The local video skills: pictures drawn here, encoded as VP9 in WebM by a child process. */
public final class VideoSkills {
    private VideoSkills() {}

    public static List<Skill> all() {
        return List.of(
                TypedSkill.of(
                        SkillDescriptors.load(VideoSkills.class, "generate_intro_video_loop.json"),
                        IntroInput.class,
                        IntroVideo::make),
                TypedSkill.of(
                        SkillDescriptors.load(VideoSkills.class, "generate_outcome_video_win.json"),
                        OutcomeInput.class,
                        OutcomeVideo::win),
                TypedSkill.of(
                        SkillDescriptors.load(VideoSkills.class, "generate_outcome_video_lose.json"),
                        OutcomeInput.class,
                        OutcomeVideo::lose));
    }

    /**
     * What keeps this machine from making videos, in words for a person, so that a node can say so when it starts; empty
     * when all is well. Starts a child process.
     *
     * @param folder for the child to work in
     */
    public static Optional<String> problem(Path folder) throws InterruptedException {
        return WebmEncoder.problem(folder);
    }
}
