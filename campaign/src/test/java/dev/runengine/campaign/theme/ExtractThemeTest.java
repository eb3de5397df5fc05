package dev.runengine.campaign.theme;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.brief.RandomBrief;
import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.skill.SkillFailure;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ExtractThemeTest {
    private static final ContractedSkill FROM_BRIEF = ContractedSkill.of(ThemeSkills.all(), "extract_theme_from_brief");
    private static final ContractedSkill FROM_IMAGE = ContractedSkill.of(ThemeSkills.all(), "extract_theme_from_image");

    @TempDir
    private Path folder;

    @Test
    void coloursAreReadAsHexAsWordsAndByPart() {
        var hex = fromBrief("Our colours are #12AB34 and #fedcba");
        assertThat(hex.at("/primary_color").stringValue()).isEqualTo("#12ab34");
        assertThat(hex.at("/accent_color").stringValue()).isEqualTo("#fedcba");
        assertThat(fromBrief("Ein Fest in Rot und Gold").at("/primary_color").stringValue())
                .isEqualTo("#e53935");
        var parts = FROM_BRIEF.succeed(
                json(
                        "{\"brief\": {\"title\": \"Go\", \"palette\": {\"background\": \"#101010\", \"accent\": \"#ff0000\"}}}"),
                context());
        assertThat(parts.at("/background_color").stringValue()).isEqualTo("#101010");
        assertThat(parts.at("/accent_color").stringValue()).isEqualTo("#ff0000");
    }

    @Test
    void allStatedColoursAreInThePaletteTheStatedOnesFirst() {
        var stated = List.of("#102030", "#405060", "#708090", "#a0b0c0", "#d0e0f0");
        assertThat(palette(fromBrief(String.join(" ", stated))))
                .startsWith(stated.toArray(String[]::new))
                .doesNotHaveDuplicates();
        assertThat(palette(fromBrief("#010203 ".repeat(2) + manyColours()))).hasSize(20);
    }

    @Test
    void withoutColoursTheHuesAreThoseOfTheTheme() {
        double hue =
                OkLab.of(colour(fromBrief("Jungle safari"), "primary_color")).hue();
        assertThat(hue).isBetween(130.0, 160.0);
    }

    @Test
    void moreEvidenceGivesMoreConfidence() {
        double none = confidence("We launch something");
        double theme = confidence("A beach party");
        double both = confidence("A beach party in red and gold");
        assertThat(none).isLessThan(theme);
        assertThat(theme).isLessThan(both);
    }

    @ParameterizedTest
    @CsvSource({"A cheerful day, happy", "Geheimnisvoller Abend, mysterious", "Valentine, romantic"})
    void theMoodIsThatOfTheWordsElseOfTheTheme(String brief, String mood) {
        assertThat(fromBrief(brief).at("/mood").stringValue()).isEqualTo(mood);
    }

    @Test
    void everyBriefGetsTextThatCanBeReadAndTheSameEveryTime() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new SplitMix(seed);
            var brief = RandomBrief.of(random)
                    + " #%06x".formatted(random.nextInt(0x1000000))
                    + " background: #%06x".formatted(random.nextInt(0x1000000));
            var theme = fromBrief(brief);
            assertThat(colour(theme, "text_color").contrast(colour(theme, "background_color")))
                    .as(brief)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(fromBrief(brief)).isEqualTo(theme);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉🎁", "שלום עולם", "مرحبا", "コーヒー", "12345", "x"})
    void anyVisibleTextHasATheme(String brief) {
        assertThat(fromBrief(brief).at("/confidence").doubleValue()).isBetween(0.1, 0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"brief\": 1}",
                "{\"brief\": \"\"}",
                "{\"brief\": [\"x\"]}",
                "{\"brief\": {}}",
                "{\"brief\": \"x\", \"max_colors\": 3}"
            })
    void aBriefOutsideTheContractIsRefused(String input) {
        assertThat(FROM_BRIEF.refusals(json(input))).isNotEmpty();
    }

    @Test
    void theColoursOfAPictureTakeTheirParts() throws IOException {
        var theme = fromImage(stripes(new Rgb(0x10142c), 60, new Rgb(0xe53935), 25, new Rgb(0xf2b705), 15), 3);
        assertThat(near(theme, "background_color", 0x10142c)).isTrue();
        assertThat(near(theme, "primary_color", 0xe53935)).isTrue();
        assertThat(near(theme, "accent_color", 0xf2b705)).isTrue();
        assertThat(colour(theme, "text_color")).isEqualTo(Rgb.WHITE);
        assertThat(palette(theme)).hasSize(3);
    }

    @Test
    void aPictureOfOneColourIsCompletedWithColoursThatStandOut() throws IOException {
        for (int ground : new int[] {0xffffff, 0, 0x808080, 0xe53935, 0x00a896}) {
            var theme = fromImage(stripes(new Rgb(ground), 100), 6);
            assertThat(palette(theme)).hasSize(1);
            for (var part : List.of("primary_color", "secondary_color", "accent_color")) {
                assertThat(colour(theme, part).contrast(colour(theme, "background_color")))
                        .as("%s on %06x", part, ground)
                        .isGreaterThanOrEqualTo(3);
            }
            assertThat(colour(theme, "text_color").contrast(colour(theme, "background_color")))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "101010, 1a1a1a, dark",
        "120a2e, 2a1050, mysterious",
        "fdd835, fff3b0, happy",
        "fbc4d8, f48fb1, romantic",
        "e8e8e8, c0c0c0, calm",
        "1e63e9, 43a0ff, playful"
    })
    void theMoodOfAPictureIsThatOfItsColours(String one, String other, String mood) throws IOException {
        var theme = fromImage(stripes(rgb(one), 60, rgb(other), 40), 4);
        assertThat(theme.at("/mood").stringValue()).isEqualTo(mood);
    }

    @Test
    void maxColorsLimitsThePaletteAndTheAnswerIsTheSameEveryTime() throws IOException {
        var picture = stripes(rgb("e53935"), 30, rgb("1e63e9"), 30, rgb("43a047"), 20, rgb("fdd835"), 20);
        assertThat(palette(fromImage(picture, 2))).hasSize(2);
        assertThat(palette(fromImage(picture, 16))).hasSizeGreaterThanOrEqualTo(4);
        assertThat(fromImage(picture, 16)).isEqualTo(fromImage(picture, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this is no picture", "\u0089PNG\r\n\u001a\n"})
    void aFileThatIsNoPictureIsRefused(String content) throws IOException {
        var file = Files.writeString(folder.resolve("file.png"), content, java.nio.charset.StandardCharsets.ISO_8859_1);
        var context = context();
        assertRefused(FROM_IMAGE.fail(imageInput(context.put(file).uri()), context));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertRefused(FROM_IMAGE.fail(imageInput("https://example.com/a.png"), context()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"image_uri\": \"\"}",
                "{\"image_uri\": \"a\", \"max_colors\": 1}",
                "{\"image_uri\": \"a\", \"max_colors\": 17}",
                "{\"image_uri\": \"a\", \"max_colors\": \"6\"}"
            })
    void aPictureOutsideTheContractIsRefused(String input) {
        assertThat(FROM_IMAGE.refusals(json(input))).isNotEmpty();
    }

    private static void assertRefused(SkillFailure failure) {
        assertThat(failure).isInstanceOf(SkillFailure.InvalidInput.class);
        assertThat(failure.message()).startsWith("/image_uri");
    }

    /** @param coloursAndShares a colour, then how many percent of the width it takes, and so on */
    private Path stripes(Object... coloursAndShares) throws IOException {
        var file = Files.createTempFile(folder, "stripes", ".png");
        try (var canvas = Canvas.opaque(200, 100)) {
            double x = 0;
            for (int i = 0; i < coloursAndShares.length; i += 2) {
                double width = 2.0 * (Integer) coloursAndShares[i + 1];
                canvas.fill(new Rectangle2D.Double(x, 0, width, 100), (Rgb) coloursAndShares[i]);
                x += width;
            }
            ImageFile.write(canvas.image(), "png", file);
        }
        return file;
    }

    private JsonNode fromImage(Path picture, int maxColors) {
        var context = context();
        return FROM_IMAGE.succeed(imageInput(context.put(picture).uri()).put("max_colors", maxColors), context);
    }

    private static tools.jackson.databind.node.ObjectNode imageInput(String uri) {
        return JsonNodeFactory.instance.objectNode().put("image_uri", uri);
    }

    private JsonNode fromBrief(String brief) {
        return FROM_BRIEF.succeed(JsonNodeFactory.instance.objectNode().put("brief", brief), context());
    }

    private double confidence(String brief) {
        return fromBrief(brief).at("/confidence").doubleValue();
    }

    private LocalSkillContext context() {
        return new LocalSkillContext(folder);
    }

    private static String manyColours() {
        return String.join(
                " ",
                Stream.iterate(0x111111, value -> value + 0x010307)
                        .limit(40)
                        .map("#%06x"::formatted)
                        .toList());
    }

    private static List<String> palette(JsonNode theme) {
        return theme.path("palette").valueStream().map(JsonNode::stringValue).toList();
    }

    private static boolean near(JsonNode theme, String part, int expected) {
        return OkLab.of(colour(theme, part)).distance(OkLab.of(new Rgb(expected))) < 0.03;
    }

    private static Rgb colour(JsonNode theme, String part) {
        return Rgb.parse(theme.path(part).stringValue()).orElseThrow();
    }

    private static Rgb rgb(String hex) {
        return Rgb.parse("#" + hex).orElseThrow();
    }
}
