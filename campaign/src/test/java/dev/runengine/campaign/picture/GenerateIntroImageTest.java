package dev.runengine.campaign.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.core.skill.SkillResult.Failed;
import dev.runengine.core.skill.SkillResult.Succeeded;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateIntroImageTest {
    private static final Skill SKILL = PictureSkills.all().getFirst();
    private static final JObject SMALL = Json.object("width", Json.of(360));

    @TempDir
    Path folder;

    @Test
    void withoutSpecsAPictureIsAFullHdPhonePng() throws Exception {
        var context = new LocalSkillContext(folder);

        var data = succeeded(SKILL.run(Json.object("prompt", Json.of("Summer beach wheel")), context));

        var published = context.published().getFirst();
        var image = ImageIO.read(published.file().toFile());
        assertThat(image.getWidth()).isEqualTo(1080);
        assertThat(image.getHeight()).isEqualTo(1920);
        assertThat(published.mediaType()).isEqualTo("image/png");
        assertThat(data.get("image_uri")).contains(Json.of(published.address().uri()));
        assertThat(data.get("file_size_bytes")).contains(Json.of(Files.size(published.file())));
        assertThat(((JObject) data.get("generation_params").orElseThrow()).get("prompt"))
                .contains(Json.of("Summer beach wheel"));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        var input = input("Halloween slot machine with bats").with("headline", Json.of("Trick or treat"));

        assertThat(uri(input)).isEqualTo(uri(input));
    }

    @Test
    void anotherSeedGivesAnotherArrangement() throws Exception {
        var input = input("Space adventure");

        assertThat(uri(input.with("seed", Json.of(1)))).isNotEqualTo(uri(input.with("seed", Json.of(2))));
    }

    @Test
    void placesTemplatesStylesAndPalettesAllShow() throws Exception {
        var plain = pixels(input("Space adventure"));

        assertThat(difference(plain, pixels(input("Christmas morning")))).isGreaterThan(0.1);
        assertThat(difference(plain, pixels(input("Space adventure").with("template_id", Json.of("quiz")))))
                .isGreaterThan(0.03);
        assertThat(difference(
                        plain,
                        pixels(input("Space adventure")
                                .with("style_refs", Json.object("color_tone", Json.of("monochrome"))))))
                .isGreaterThan(0.03);
        assertThat(difference(plain, pixels(input("Space adventure").with("palette", palette("#C62828", "#FFF3E0")))))
                .isGreaterThan(0.05);
    }

    @Test
    void whatTheNegativePromptNamesIsNotShown() throws Exception {
        var brief = BriefReader.read(
                new IntroImageInput(
                        "winter snow in space",
                        null,
                        null,
                        null,
                        null,
                        java.util.List.of(),
                        null,
                        null,
                        java.util.List.of(),
                        null,
                        "snow, winter",
                        null),
                new LocalSkillContext(folder));

        assertThat(brief.scene()).isEqualTo(dev.runengine.campaign.picture.scenery.Scene.SPACE);
        assertThat(brief.motifs()).doesNotContain(dev.runengine.campaign.paint.Motif.SNOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:16", "16:9", "1:1", "4:5", "21:9"})
    void everyAspectRatioIsKept(String ratio) throws Exception {
        var context = new LocalSkillContext(folder);
        var specs = Json.object("height", Json.of(360), "aspect_ratio", Json.of(ratio), "format", Json.of("jpeg"));

        succeeded(SKILL.run(input("Party").with("specs", specs).with("headline", Json.of("Hi")), context));

        var image = ImageIO.read(context.published().getFirst().file().toFile());
        var parts = ratio.split(":");
        assertThat((double) image.getWidth() / image.getHeight())
                .isCloseTo(
                        Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]),
                        org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void copyInAnyScriptIsDrawnOrLeftOutButNeverFails() throws Exception {
        for (var text : new String[] {"今すぐ回して", "العب الآن واربح", "Win 🎉🎉", "", "\uE000\uE001"}) {
            var input = input("Party").with("headline", Json.of(text)).with("cta_text", Json.of(text));

            assertThat(uri(input)).startsWith("artifact:sha256:");
        }
    }

    @Test
    void aSizeThatContradictsTheAspectRatioIsRefusedAtItsPlace() throws Exception {
        var specs = Json.object("width", Json.of(300), "height", Json.of(300), "aspect_ratio", Json.of("9:16"));

        var failed = (Failed) SKILL.run(input("Party").with("specs", specs), new LocalSkillContext(folder));

        assertThat(((InvalidInput) failed.failure()).problems().getFirst().pointer())
                .isEqualTo("/specs/aspect_ratio");
    }

    @Test
    void aLogoThatIsNoPictureIsRefusedAtItsPlace() throws Exception {
        var context = new LocalSkillContext(folder);
        var file = Files.writeString(folder.resolve("logo.txt"), "no picture");
        var logo = Json.object("uri", Json.of(context.put(file).uri()), "type", Json.of("logo"));

        var failed = (Failed) SKILL.run(input("Party").with("brand_assets", Json.array(logo)), context);

        assertThat(((InvalidInput) failed.failure()).problems().getFirst().pointer())
                .isEqualTo("/brand_assets/0/uri");
    }

    private static JObject input(String prompt) {
        return Json.object("prompt", Json.of(prompt)).with("specs", SMALL);
    }

    private static JObject palette(String main, String ground) {
        return Json.object("primary", Json.of(main), "secondary", Json.of("#1565C0"), "accent", Json.of("#FFD54F"))
                .with("background", Json.of(ground));
    }

    private String uri(JObject input) throws InterruptedException {
        return ((Json.JString) succeeded(SKILL.run(input, new LocalSkillContext(folder)))
                        .get("image_uri")
                        .orElseThrow())
                .value();
    }

    private BufferedImage pixels(JObject input) throws InterruptedException, IOException {
        var context = new LocalSkillContext(folder);
        succeeded(SKILL.run(input, context));
        return ImageIO.read(context.published().getFirst().file().toFile());
    }

    /** Mean difference of the channels, 0 to 1. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int p = one.getRGB(x, y);
                int q = other.getRGB(x, y);
                sum += Math.abs((p >> 16 & 255) - (q >> 16 & 255))
                        + Math.abs((p >> 8 & 255) - (q >> 8 & 255))
                        + Math.abs((p & 255) - (q & 255));
            }
        }
        return sum / 765.0 / one.getWidth() / one.getHeight();
    }

    private static JObject succeeded(SkillResult result) {
        assertThat(result).isInstanceOf(Succeeded.class);
        return (JObject) ((Succeeded) result).data();
    }
}
