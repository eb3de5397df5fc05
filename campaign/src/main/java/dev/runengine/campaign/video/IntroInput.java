package dev.runengine.campaign.video;

import dev.runengine.campaign.video.intro.MotionStyle;
import dev.runengine.campaign.video.intro.MotionWords;
import dev.runengine.campaign.video.intro.Particles;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.skills.typed.SkillException;
import java.awt.geom.Rectangle2D;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param button where the start button is, in pixels of the picture */
record IntroInput(
        String imageUri,
        @Nullable Button button,
        @Nullable String motionPrompt,
        @Nullable MotionParams motionParams,
        @Nullable LoopConfig loopConfig,
        @Nullable VideoSpecs specs,
        @Nullable Long seed) {

    record Button(double x, double y, double width, double height) {
        Rectangle2D bounds() {
            return new Rectangle2D.Double(x, y, width, height);
        }
    }

    /** What is present wins over the words of the prompt. */
    record MotionParams(
            @Nullable Double intensity,
            @Nullable Double speed,
            @Nullable Double zoom,
            @Nullable Double sway,
            @Nullable Double light,
            @Nullable Double buttonPulse,
            @Nullable String particles) {

        MotionStyle over(MotionStyle style) {
            return new MotionStyle(
                    Objects.requireNonNullElse(intensity, style.energy()),
                    Objects.requireNonNullElse(speed, style.speed()),
                    Objects.requireNonNullElse(zoom, style.zoom()),
                    Objects.requireNonNullElse(sway, style.sway()),
                    Objects.requireNonNullElse(light, style.light()),
                    Objects.requireNonNullElse(buttonPulse, style.pulse()),
                    particles == null ? style.particles() : Particles.named(particles));
        }
    }

    record LoopConfig(@Nullable Integer cycles) {}

    ArtifactAddress image() throws SkillException {
        return ArtifactAddress.parse(imageUri())
                .orElseThrow(() -> SkillException.invalidInput("/image_uri", "not the address of an artifact"));
    }

    MotionStyle style(double loopSeconds) {
        var read = MotionWords.read(prompt());
        var style = motionParams == null ? read : motionParams.over(read);
        return loopConfig == null || loopConfig.cycles() == null
                ? style
                : style.withCycles(loopConfig.cycles(), loopSeconds);
    }

    String prompt() {
        return Objects.requireNonNullElse(motionPrompt, "");
    }

    /** The given seed, or one that follows from all of the input. */
    long effectiveSeed() {
        return Seed.of(seed, this);
    }
}
