package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.picture.IntroImageInput.Colors;
import dev.runengine.campaign.picture.IntroImageInput.StyleRefs;
import dev.runengine.campaign.picture.hero.Hero;
import dev.runengine.campaign.picture.scenery.Scene;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a picture shows from what the input says: named things first, then the words of the prompt. */
final class BriefReader {
    private static final String DEFAULT_CALL = "Play";

    private BriefReader() {}

    static IntroBrief read(IntroImageInput input, SkillContext context) throws SkillException, IOException {
        var prompt = Words.of(input.prompt());
        var unwanted = Words.of(orEmpty(input.negativePrompt()));
        var refs = input.styleRefs() == null ? StyleRefs.NONE : input.styleRefs();
        var style = Words.of(orEmpty(refs.style()));
        var mood = Words.of(orEmpty(refs.mood()));
        var asked = askedMotifs(input, prompt);
        var scene = SceneLexicon.scene(prompt, unwanted, asked).orElse(Scene.PARTY);
        return new IntroBrief(
                scene,
                hero(input.templateId(), prompt),
                MotifLexicon.chosen(asked, scene, unwanted),
                ColorTone.grade(palette(input.palette(), scene), Words.of(orEmpty(refs.colorTone()))),
                Style.of(style, prompt),
                Mood.of(mood, prompt),
                orEmpty(input.headline()),
                orEmpty(input.subtext()),
                Objects.requireNonNullElse(input.ctaText(), DEFAULT_CALL),
                logo(input, context),
                seed(input));
    }

    /** The same brief in another size is the same picture, so the size has no part in the seed. */
    private static long seed(IntroImageInput input) {
        return input.seed() != null
                ? input.seed()
                // 53 bits: what a JSON number holds exactly.
                : SplitMix.seed(input.prompt() + '\n' + input.templateId() + '\n' + input.motifs()) >>> 11;
    }

    private static List<Motif> askedMotifs(IntroImageInput input, Words prompt) {
        var asked = new LinkedHashSet<Motif>();
        input.motifs().forEach(name -> Motif.named(name).ifPresent(asked::add));
        if (asked.isEmpty()) {
            asked.addAll(MotifLexicon.named(prompt));
        }
        return List.copyOf(asked);
    }

    private static Hero hero(@Nullable String templateId, Words prompt) {
        return Optional.ofNullable(templateId)
                .flatMap(Hero::named)
                .orElseGet(() -> HeroLexicon.named(prompt).orElse(Hero.SPIN_WHEEL));
    }

    private static Palette palette(@Nullable Colors colors, Scene scene) throws SkillException {
        return colors == null
                ? scene.palette()
                : new Palette(
                        color(colors.primary(), "primary"),
                        color(colors.secondary(), "secondary"),
                        color(colors.accent(), "accent"),
                        color(colors.background(), "background"));
    }

    private static Rgb color(String text, String name) throws SkillException {
        return Rgb.parse(text)
                .orElseThrow(() -> SkillException.invalidInput("/palette/" + name, "write the colour as #RRGGBB"));
    }

    private static Optional<BufferedImage> logo(IntroImageInput input, SkillContext context)
            throws SkillException, IOException {
        for (int i = 0; i < input.brandAssets().size(); i++) {
            var asset = input.brandAssets().get(i);
            var address = ArtifactAddress.parse(asset.uri());
            if (asset.type().equals("logo") && address.isPresent()) {
                var pointer = "/brand_assets/" + i + "/uri";
                return Optional.of(ImageFile.readTransparent(context.fetch(address.get()), pointer));
            }
        }
        return Optional.empty();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
