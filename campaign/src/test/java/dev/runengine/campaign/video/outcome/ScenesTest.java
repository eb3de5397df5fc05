package dev.runengine.campaign.video.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Raster;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.webm.Animation;
import dev.runengine.campaign.webm.VideoFormat;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenesTest {
    private static final VideoFormat FORMAT = new VideoFormat(180, 320, 8, 24);
    private static final int LAST = 23;
    private static final Palette GREEN =
            new Palette(new Rgb(0x2e9e4f), new Rgb(0x1d6fd1), new Rgb(0xffd447), new Rgb(0x0c2f18));

    @Test
    void theTitleStandsInTheLastFrame() {
        assertThat(differing(last(win("You win!", GREEN)), last(win("", GREEN))))
                .isGreaterThan(1500);
        assertThat(differing(last(lose("So close!", GREEN)), last(lose("", GREEN))))
                .isGreaterThan(1500);
    }

    @Test
    void otherLettersGiveOtherPictures() {
        assertThat(differing(last(win("Gewonnen!", GREEN)), last(win("¡Ganaste!", GREEN))))
                .isGreaterThan(300);
    }

    @Test
    void thePaletteColoursTheScene() {
        var pink = new Palette(new Rgb(0xe0218a), new Rgb(0xf06292), new Rgb(0xffe082), new Rgb(0x4a0a2e));
        assertThat(mean(last(win("Win", GREEN))).a()).isNegative();
        assertThat(mean(last(win("Win", pink))).a()).isPositive();
    }

    @Test
    void coloursDrainFromALossButNotFromAWin() {
        var winning = mean(last(win("Win", GREEN)));
        var losing = mean(last(lose("Lose", GREEN)));
        assertThat(losing.chroma()).isLessThan(winning.chroma() * 0.6);
        assertThat(losing.lightness()).isLessThan(winning.lightness());
    }

    @Test
    void aLossStartsInFullColour() {
        var scene = lose("Lose", GREEN);
        assertThat(mean(frame(scene, 0)).chroma())
                .isGreaterThan(mean(last(scene)).chroma() * 1.5);
    }

    @Test
    void confettiFillsAWin() {
        var scene = win("", GREEN);
        assertThat(differing(frame(scene, 12), frame(scene, 13))).isGreaterThan(3000);
    }

    @Test
    void aVeryShortVideoStillShowsItsTitle() {
        var half = new VideoFormat(180, 320, 8, 4);
        var with = frame(new WinScene(story("You win!", GREEN), half), 3, half);
        var without = frame(new WinScene(story("", GREEN), half), 3, half);
        assertThat(differing(with, without)).isGreaterThan(1500);
    }

    @Test
    void everyShapeOfPictureCanBeDrawn() {
        for (var size : List.of(
                new VideoFormat(64, 64, 4, 8), new VideoFormat(640, 64, 4, 8), new VideoFormat(64, 640, 4, 8))) {
            frame(new WinScene(story("A longer text of several words", GREEN), size), 6, size);
            frame(new LoseScene(story("A longer text of several words", GREEN), size), 6, size);
        }
    }

    private static Story story(String title, Palette palette) {
        return new Story(title, Optional.empty(), Optional.empty(), 0.25, palette, List.of(Motif.GIFT, Motif.STAR), 3);
    }

    private static Animation win(String title, Palette palette) {
        return new WinScene(story(title, palette), FORMAT);
    }

    private static Animation lose(String title, Palette palette) {
        return new LoseScene(story(title, palette), FORMAT);
    }

    private static int[] last(Animation scene) {
        return frame(scene, LAST);
    }

    private static int[] frame(Animation scene, int number) {
        return frame(scene, number, FORMAT);
    }

    private static int[] frame(Animation scene, int number, VideoFormat format) {
        var view = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        scene.draw(number, view);
        return Raster.pixels(view);
    }

    private static int differing(int[] one, int[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    private static OkLab mean(int[] pixels) {
        double[] sums = Arrays.stream(pixels)
                .mapToObj(pixel -> OkLab.of(new Rgb(pixel)))
                .collect(
                        () -> new double[3],
                        (sum, lab) -> {
                            sum[0] += lab.lightness();
                            sum[1] += lab.a();
                            sum[2] += lab.b();
                        },
                        (one, other) -> {});
        return new OkLab(sums[0] / pixels.length, sums[1] / pixels.length, sums[2] / pixels.length);
    }
}
