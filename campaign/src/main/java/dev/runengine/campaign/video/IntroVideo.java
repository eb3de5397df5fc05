package dev.runengine.campaign.video;

import dev.runengine.campaign.video.intro.ButtonFinder;
import dev.runengine.campaign.video.intro.IntroLoop;
import dev.runengine.campaign.webm.VideoFormat;
import dev.runengine.campaign.webm.WebmEncoder;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The output of generate_intro_video_loop. */
record IntroVideo(
        String videoUri,
        double durationSec,
        int width,
        int height,
        int fps,
        String format,
        String codec,
        long fileSizeBytes,
        boolean isLoopable,
        GenerationParams generationParams) {
    private static final double USUAL_SECONDS = 4;

    record GenerationParams(
            String model,
            String prompt,
            long seed,
            String particles,
            double intensity,
            int cycles,
            boolean buttonPulse) {}

    static IntroVideo make(IntroInput input, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var format = VideoSpecs.format(input.specs(), USUAL_SECONDS);
        var style = input.style(format.seconds());
        var picture = SourcePicture.read(context.fetch(input.image()), format.width(), format.height());
        var button = button(input, picture);
        var loop = new IntroLoop(picture.card(), format, style, button, input.effectiveSeed());
        var file = WebmEncoder.encode(context.workspace(), "intro.webm", format, loop);
        var address = context.publish(file, "video/webm", "intro.webm");
        return of(address, Files.size(file), format, input, button.isPresent());
    }

    private static Optional<Rectangle2D> button(IntroInput input, SourcePicture picture) throws SkillException {
        if (input.button() == null) {
            return ButtonFinder.find(picture.card());
        }
        var bounds = picture.onCard(input.button().bounds());
        var card = new Rectangle2D.Double(
                0, 0, picture.card().getWidth(), picture.card().getHeight());
        if (!card.contains(bounds)) {
            throw SkillException.invalidInput(
                    "/button", "the button is not inside the part of the picture that the video shows");
        }
        return Optional.of(bounds);
    }

    private static IntroVideo of(
            ArtifactAddress address, long size, VideoFormat format, IntroInput input, boolean button) {
        var style = input.style(format.seconds());
        return new IntroVideo(
                address.toString(),
                format.seconds(),
                format.width(),
                format.height(),
                format.fps(),
                "webm",
                "vp9",
                size,
                true,
                new GenerationParams(
                        "local-card-motion",
                        input.prompt(),
                        input.effectiveSeed(),
                        style.particles().id(),
                        style.energy(),
                        style.cycles(format.seconds()),
                        button && style.pulse() > 0));
    }
}
