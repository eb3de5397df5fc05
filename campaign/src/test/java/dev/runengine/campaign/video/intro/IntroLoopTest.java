package dev.runengine.campaign.video.intro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.effects.PixelDifference;
import dev.runengine.campaign.effects.Raster;
import dev.runengine.campaign.video.Pictures;
import dev.runengine.campaign.webm.VideoFormat;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntroLoopTest {
    private static final VideoFormat FORMAT = new VideoFormat(180, 320, 12, 40);
    private static final Rectangle2D BUTTON = new Rectangle2D.Double(36, 250, 108, 30);

    @ParameterizedTest
    @EnumSource(Particles.class)
    void theFrameAfterTheLastWouldBeTheFirst(Particles particles) {
        var style = MotionWords.read("energetic zoom").withParticles(particles);
        var loop = loop(style, Optional.of(BUTTON));
        assertThat(PixelDifference.largest(frame(loop, FORMAT.frames()), frame(loop, 0)))
                .isZero();
    }

    @Test
    void everyFrameDiffersFromItsNeighbour() {
        var loop = loop(MotionStyle.USUAL, Optional.empty());
        for (int i = 0; i < FORMAT.frames(); i++) {
            assertThat(PixelDifference.largest(frame(loop, i), frame(loop, i + 1)))
                    .isPositive();
        }
    }

    @Test
    void theSeedPlacesTheParticles() {
        var card = Pictures.withoutButton(180, 320);
        var one = new IntroLoop(card, FORMAT, MotionStyle.USUAL, Optional.empty(), 1);
        var other = new IntroLoop(card, FORMAT, MotionStyle.USUAL, Optional.empty(), 2);
        assertThat(PixelDifference.largest(frame(one, 5), frame(other, 5))).isPositive();
    }

    @Test
    void withEverythingSwitchedOffThePictureStandsStill() {
        var still = new MotionStyle(1, 1, 0, 0, 0, 0, Particles.NONE);
        var loop = loop(still, Optional.of(BUTTON));
        var picture = Raster.pixels(Pictures.withButton(180, 320, BUTTON));
        assertThat(PixelDifference.largest(frame(loop, 0), frame(loop, 17))).isZero();
        assertThat(PixelDifference.largest(frame(loop, 0), picture)).isLessThanOrEqualTo(1);
    }

    @Test
    void theButtonGrowsAndShrinks() {
        var pulsing = new MotionStyle(1, 1, 0, 0, 0, 1, Particles.NONE);
        var loop = loop(pulsing, Optional.of(BUTTON));
        // A beat takes half the loop, so it is at its height after a quarter.
        assertThat(orange(frame(loop, 10))).isGreaterThan(orange(frame(loop, 0)) * 1.03);
    }

    private static IntroLoop loop(MotionStyle style, Optional<Rectangle2D> button) {
        return new IntroLoop(Pictures.withButton(180, 320, BUTTON), FORMAT, style, button, 7);
    }

    private static int[] frame(IntroLoop loop, int number) {
        var view = new BufferedImage(FORMAT.width(), FORMAT.height(), BufferedImage.TYPE_INT_RGB);
        loop.draw(number, view);
        return Raster.pixels(view);
    }

    private static double orange(int[] pixels) {
        return Arrays.stream(pixels)
                .filter(p -> (p >> 16 & 255) > (p & 255) + 80)
                .count();
    }
}
