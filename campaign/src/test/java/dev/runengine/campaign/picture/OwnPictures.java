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
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Briefs over all places, games, styles and shapes of canvas, in colours nobody chose with care. */
final class OwnPictures {
    private static final PictureSize PHONE = new PictureSize(1080, 1920);
    private static final List<PictureSize> SIZES = List.of(
            PHONE,
            PHONE,
            PHONE,
            PHONE,
            PHONE,
            new PictureSize(1080, 1350),
            PHONE,
            new PictureSize(1080, 1080),
            PHONE,
            new PictureSize(1920, 1080),
            PHONE,
            new PictureSize(1080, 2340));

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

    /** The same brief as the input that {@code generate_intro_image} takes. */
    static JObject request(int number) {
        var brief = brief(number);
        var size = size(number);
        return Json.object()
                .with("prompt", name(brief.scene()))
                .with("template_id", name(brief.hero()))
                .with(
                        "motifs",
                        Json.array(
                                brief.motifs().stream().map(OwnPictures::name).toArray(Json[]::new)))
                .with(
                        "palette",
                        Json.object()
                                .with("primary", hex(brief.palette().primary()))
                                .with("secondary", hex(brief.palette().secondary()))
                                .with("accent", hex(brief.palette().accent()))
                                .with("background", hex(brief.palette().background())))
                .with("style_refs", Json.object("style", name(brief.style()), "mood", name(brief.mood())))
                .with("headline", Json.of(brief.headline()))
                .with("subtext", Json.of(brief.subtext()))
                .with("cta_text", Json.of(brief.callToAction()))
                .with("seed", Json.of(brief.seed()))
                .with("specs", Json.object("width", Json.of(size.width()), "height", Json.of(size.height())));
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
            Finish.paint(stage, brief.style(), brief.mood(), layout);
            Ornaments.paint(stage, layout, brief.mood().ornaments());
            if (brief.hero() != Hero.QUIZ) {
                brief.hero().paint(stage, layout.heroX(), layout.heroY(), layout.heroRadius());
            }
            Title.paint(stage, brief.headline(), layout.title(), brief.style());
            Subtext.paint(stage, brief.subtext(), layout.subtext());
            return canvas.image();
        }
    }

    private static Json name(Enum<?> value) {
        return Json.of(value.name().toLowerCase(Locale.ROOT));
    }

    private static Json hex(Rgb colour) {
        return Json.of(colour.hex());
    }

    private static Palette palette(SplitMix random) {
        return new Palette(color(random), color(random), color(random), color(random));
    }

    private static Rgb color(SplitMix random) {
        return OkLab.ofLch(random.between(0.2, 0.95), random.between(0.02, 0.25), random.between(0, 360))
                .toRgb();
    }
}
