package dev.runengine.campaign.video;

import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.video.outcome.LoseScene;
import dev.runengine.campaign.video.outcome.WinScene;
import dev.runengine.campaign.webm.Animation;
import dev.runengine.campaign.webm.VideoFormat;
import dev.runengine.campaign.webm.WebmEncoder;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The output of generate_outcome_video_win and generate_outcome_video_lose. */
record OutcomeVideo(
        String videoUri,
        String outcomeType,
        double durationSec,
        int width,
        int height,
        int fps,
        String format,
        String codec,
        long fileSizeBytes,
        GenerationParams generationParams) {
    private static final double USUAL_SECONDS = 3;
    private static final String WIN_TEXT = "You win!";
    private static final String LOSE_TEXT = "So close!";

    record GenerationParams(
            String model,
            String prompt,
            String text,
            @Nullable String mood,
            long seed) {}

    static OutcomeVideo win(OutcomeInput input, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var format = VideoSpecs.format(input.specs(), USUAL_SECONDS);
        var text = Objects.requireNonNullElse(input.winText(), WIN_TEXT);
        return make("win", text, input, format, new WinScene(input.story(text, Motif.STAR), format), context);
    }

    static OutcomeVideo lose(OutcomeInput input, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var format = VideoSpecs.format(input.specs(), USUAL_SECONDS);
        var text = Objects.requireNonNullElse(input.loseText(), LOSE_TEXT);
        return make("lose", text, input, format, new LoseScene(input.story(text, Motif.HEART), format), context);
    }

    private static OutcomeVideo make(
            String outcome, String text, OutcomeInput input, VideoFormat format, Animation scene, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var name = outcome + ".webm";
        var file = WebmEncoder.encode(context.workspace(), name, format, scene);
        return new OutcomeVideo(
                context.publish(file, "video/webm", name).toString(),
                outcome,
                format.seconds(),
                format.width(),
                format.height(),
                format.fps(),
                "webm",
                "vp9",
                Files.size(file),
                new GenerationParams(
                        "local-" + outcome + "-scene",
                        Objects.requireNonNullElse(input.prompt(), ""),
                        text,
                        input.theme() == null ? null : input.theme().mood(),
                        input.effectiveSeed()));
    }
}
