package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.picture.hero.Hero;
import dev.runengine.campaign.picture.scenery.Scene;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import dev.runengine.campaign.random.SplitMix;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Briefs over all places, games, styles and shapes of canvas, in colours nobody chose with care. */
final class OwnPictures {
    private static final List<PictureSize> SIZES = List.of(
            new PictureSize(540, 960),
            new PictureSize(540, 960),
            new PictureSize(540, 720),
            new PictureSize(540, 540),
            new PictureSize(960, 540),
            new PictureSize(540, 1134));

    private OwnPictures() {}

    static IntroBrief brief(int number) {
        var random = new SplitMix(number * 31L + 5);
        var scene = Scene.values()[number % Scene.values().length];
        return new IntroBrief(
                scene,
                Hero.values()[number / 2 % Hero.values().length],
                List.of(random.pick(List.of(Motif.values())), random.pick(List.of(Motif.values())), Motif.STAR),
                random.chance(0.4) ? scene.palette() : palette(random),
                random.pick(List.of(Style.values())),
                random.pick(List.of(Mood.values())),
                random.pick(List.of("Spin & Win!", "Find the pair and win a gift today", "Jackpot")),
                random.pick(List.of("", "Try your luck until Sunday")),
                random.pick(List.of("Play", "Start now", "Jetzt spielen und gewinnen", "GO", "\uE123")),
                Optional.empty(),
                number);
    }

    static PictureSize size(int number) {
        return SIZES.get(number % SIZES.size());
    }

    /** All but the button; no quiz, whose answers are buttons too. */
    static BufferedImage withoutButton(int number) {
        var brief = brief(number);
        var size = size(number);
        var layout = Layout.of(size.width(), size.height());
        try (var canvas = Canvas.opaque(size.width(), size.height())) {
            var stage = new Stage(canvas, brief.palette(), brief.motifs(), layout.unit(), brief.seed());
            brief.scene().paint(stage, layout.heroX(), layout.heroY());
            Ornaments.paint(stage, layout, brief.mood().ornaments());
            if (brief.hero() != Hero.QUIZ) {
                brief.hero().paint(stage, layout.heroX(), layout.heroY(), layout.heroRadius());
            }
            Title.paint(stage, brief.headline(), layout.title(), brief.style());
            Subtext.paint(stage, brief.subtext(), layout.subtext());
            return canvas.image();
        }
    }

    private static Palette palette(SplitMix random) {
        return new Palette(color(random), color(random), color(random), color(random));
    }

    private static Rgb color(SplitMix random) {
        return OkLab.ofLch(random.between(0.2, 0.95), random.between(0.02, 0.25), random.between(0, 360))
                .toRgb();
    }
}
