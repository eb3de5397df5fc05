package dev.runengine.campaign.planning;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.runengine.campaign.brief.RandomBrief;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.skills.json.JacksonJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CampaignPlanTest {
    private static final ContractedSkill SKILL = ContractedSkill.of(PlanningSkills.all(), "campaign_plan_from_brief");

    @TempDir
    private Path folder;

    @Test
    void aPrizeThatTheBriefStatesIsAskedForInItsOwnWords() {
        var plan = plan(
                "{\"brief\": {\"title\": \"Winter\", \"goal\": \"ein Geschenk\", \"prize\": \"eine Schneekugel\"}}",
                folder);
        assertThat(plan.at("/required_assets/0/name").stringValue()).isEqualTo("eine Schneekugel");
        assertThat(plan.at("/required_assets/0/description").stringValue()).startsWith("eine Schneekugel, ");
    }

    @Test
    void theSameBriefGivesTheSamePlanAndFileWhateverWayItWasWritten() throws Exception {
        var first = new LocalSkillContext(folder);
        var second = new LocalSkillContext(folder);
        var one = SKILL.succeed(json("{\"brief\": {\"title\": \"Glow\", \"style\": \"neon\"}}"), first);
        var two = SKILL.succeed(json("{ \"brief\":{\"style\":\"neon\",\"title\":\"Glow\"} }"), second);
        assertThat(one).isEqualTo(two);
        assertThat(first.published().getFirst().address())
                .isEqualTo(second.published().getFirst().address());
        assertThat(JacksonJson.fromNode(
                        json(Files.readString(first.published().getFirst().file()))))
                .isEqualTo(JacksonJson.fromNode(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Christmas market with snow | winter",
                "Beach party with lemonade | summer",
                "A latte for every espresso fan | coffee",
                "Rocket to the galaxy | space",
                "Football championship | sport",
                "Valentine romance | valentine",
                "Spooky pumpkin night | halloween",
                "Jungle safari | jungle",
                "Underwater mermaid | ocean",
                "8-bit arcade | retro_arcade",
                "Ein Osterfest im Wald | jungle",
                "Una fiesta de cumpleaños | birthday",
                "We launch something | celebration"
            })
    void theThemeIsTheOneTheBriefSpeaksOf(String brief, String theme) {
        assertThat(plan(brief).at("/theme").stringValue()).isEqualTo(theme);
    }

    @Test
    void anExcludedThemeIsNeverChosen() {
        var plan = plan(
                "{\"brief\": \"Spooky pumpkin night at the beach\", \"constraints\": {\"excluded_themes\": [\"Halloween\"]}}",
                folder);
        assertThat(plan.at("/theme").stringValue()).isEqualTo("summer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spin the wheel | spin_wheel",
                "A scratch card | scratch_card",
                "Slots with a jackpot | slot_machine",
                "Find the pairs | memory_match",
                "Catch falling stars | catch_game",
                "A trivia night | quiz",
                "Ein Glücksrad | spin_wheel"
            })
    void theGameIsTheOneTheBriefNames(String brief, String template) {
        assertThat(plan(brief).at("/game_template/template_id").stringValue()).isEqualTo(template);
    }

    @Test
    void aRequiredFeatureChoosesTheGameAndAnUnknownOneIsSaidToBeMissing() {
        var plan = plan(
                "{\"brief\": \"A launch\", \"constraints\": {\"required_features\": [\"quiz\", \"leaderboard\"]}}",
                folder);
        assertThat(plan.at("/game_template/template_id").stringValue()).isEqualTo("quiz");
        assertThat(plan.at("/game_template/rationale").stringValue()).contains("leaderboard");
    }

    @Test
    void aShortGameIsNeverOneThatNeedsTime() {
        for (int i = 0; i < 40; i++) {
            var plan = plan(
                    "{\"brief\": \"Launch %d\", \"constraints\": {\"max_game_duration_sec\": 10}}".formatted(i),
                    folder);
            assertThat(plan.at("/game_template/template_id").stringValue())
                    .isIn("spin_wheel", "scratch_card", "slot_machine");
            assertThat(plan.at("/difficulty/max_duration_sec").intValue()).isEqualTo(10);
        }
    }

    @Test
    void coloursStatedInTheBriefAreTakenAsTheyAre() {
        var colours = plan("Our colours are #12AB34 and #fedcba, at the beach").at("/color_scheme");
        assertThat(colours.at("/primary").stringValue()).isEqualTo("#12ab34");
        assertThat(colours.at("/accent").stringValue()).isEqualTo("#fedcba");
        assertThat(plan("A red and gold party").at("/color_scheme/primary").stringValue())
                .isEqualTo("#e53935");
    }

    @Test
    void theGroundIsOneOnWhichTheStatedColoursStandOut() {
        for (var brief : List.of("#ffb300 at the beach", "#202020 in the snow", "Yellow hearts for Valentine")) {
            assertThat(contrast(plan(brief), "primary")).as(brief).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void coloursStatedByPartTakeThatPart() {
        var plan = plan(
                "{\"brief\": {\"title\": \"Go\", \"palette\": {\"background\": \"#101010\", \"primary\": \"#ff0000\"}}}",
                folder);
        assertThat(plan.at("/color_scheme/background").stringValue()).isEqualTo("#101010");
        assertThat(plan.at("/color_scheme/primary").stringValue()).isEqualTo("#ff0000");
    }

    @Test
    void copyGivenInTheBriefIsKeptWordForWord() {
        var plan = plan(
                "{\"brief\": {\"title\": \"Launch\", \"headline\": \"Spin für Ümit <b>&\", \"cta_text\": \"Auf geht's\","
                        + " \"copy\": {\"win_message\": \"Jackpot, Baby\"}, \"notes\": \"Lose message: \\\"Schade, schade\\\"\"}}",
                folder);
        assertThat(plan.at("/copy/intro_headline").stringValue()).isEqualTo("Spin für Ümit <b>&");
        assertThat(plan.at("/copy/cta_text").stringValue()).isEqualTo("Auf geht's");
        assertThat(plan.at("/copy/win_message").stringValue()).isEqualTo("Jackpot, Baby");
        assertThat(plan.at("/copy/lose_message").stringValue()).isEqualTo("Schade, schade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ein Fest für unsere Kunden mit Kaffee und Kuchen | de",
                "Une fête pour nos clients avec du café et des gâteaux | fr",
                "Una fiesta para nuestros clientes con café y el pastel | es",
                "Una festa per i nostri clienti con il caffè e gli amici | it",
                "A party for our guests with coffee | en",
                "حملة قهوة جديدة للعملاء | und"
            })
    void copyIsInTheLanguageOfTheBrief(String brief, String language) {
        assertThat(plan(brief).at("/copy/language").stringValue()).isEqualTo(language);
    }

    @Test
    void aTitleOfEmojiAloneLeavesTheHeadlineToThePlan() {
        var plan = plan("{\"brief\": {\"title\": \"\\ud83c\\udf83\\ud83d\\udc7b\"}}", folder);
        assertThat(plan.at("/copy/intro_headline").asString()).matches(".*\\p{L}.*");
    }

    @Test
    void anAskedForLanguageWinsOverThatOfTheBrief() {
        var plan = plan("{\"brief\": \"A party for our guests\", \"constraints\": {\"language\": \"fr-CA\"}}", folder);
        assertThat(plan.at("/copy/language").stringValue()).isEqualTo("fr");
    }

    @Test
    void statedTempoGenreAndChanceAreHonoured() {
        var plan = plan("A jazz night at 97 bpm, win chance 15%");
        assertThat(plan.at("/audio_specs/genre").stringValue()).isEqualTo("jazz");
        assertThat(plan.at("/audio_specs/bpm").intValue()).isEqualTo(97);
        assertThat(plan.at("/difficulty/win_probability").doubleValue()).isEqualTo(0.15);
    }

    @Test
    void brandAssetsAreListedAfterThePrize() {
        var plan = plan(
                "{\"brief\": \"Go\", \"brand_assets\": [{\"uri\": \"artifact:sha256:x\", \"type\": \"logo\"}]}",
                folder);
        assertThat(plan.at("/required_assets/0/asset_type").stringValue()).isEqualTo("model_3d");
        assertThat(plan.at("/required_assets")
                        .valueStream()
                        .map(a -> a.path("uri").asString("")))
                .contains("artifact:sha256:x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉🎁", "שלום עולם", "مرحبا", "コーヒー", "x", "\uD83D\uDE00 \u202E abc"})
    void anyVisibleTextIsABrief(String brief) {
        assertThat(plan(brief).at("/copy/cta_text").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u200b"})
    void aBlankBriefIsRefused(String brief) {
        var input = input(brief);
        assertThat(!SKILL.refusals(input).isEmpty() || refusedBySkill(input)).isTrue();
    }

    @Test
    void aBlankTitleIsRefusedWhereItStands() {
        var failure = SKILL.fail(
                json("{\"brief\": {\"title\": \" \\t\", \"style\": \"neon\"}}"), new LocalSkillContext(folder));
        assertThat(failure).isInstanceOf(SkillFailure.InvalidInput.class);
        assertThat(failure.message()).startsWith("/brief/title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "שלום עולם וברוכים הבאים",
                "مرحبا بكم في المقهى",
                "コーヒーの新しい店",
                "새로운 커피 가게",
                "Кофе для всех друзей"
            })
    void aBriefInALanguageWithoutPhrasesGetsNoEnglishBesideIt(String title) {
        for (var plan : List.of(plan(title), plan("{\"brief\": {\"title\": \"" + title + "\"}}", folder))) {
            assertThat(plan.at("/copy/language").stringValue()).isEqualTo("und");
            assertThat(plan.at("/copy/intro_headline").stringValue()).isEqualTo(title);
            for (var part : List.of("intro_subtext", "win_message", "lose_message", "cta_text")) {
                assertThat(plan.at("/copy/" + part).stringValue()).isNotBlank().doesNotContainPattern("[A-Za-z]{3}");
            }
        }
    }

    @Test
    void copyGivenInALanguageWithoutPhrasesIsKept() {
        var plan = plan(
                "{\"brief\": {\"title\": \"コーヒー\", \"cta_text\": \"スタート\", \"win_message\": \"当たり!\"},"
                        + " \"constraints\": {\"language\": \"ja\"}}",
                folder);
        assertThat(plan.at("/copy/language").stringValue()).isEqualTo("ja");
        assertThat(plan.at("/copy/cta_text").stringValue()).isEqualTo("スタート");
        assertThat(plan.at("/copy/win_message").stringValue()).isEqualTo("当たり!");
    }

    @ParameterizedTest
    @CsvSource({"German, de", "deutsch, de", "fr_CA, fr", "Español, es", "nl, nl"})
    void aLanguageMayBeNamedOrTagged(String language, String code) {
        var plan = plan("{\"brief\": {\"title\": \"Go\", \"language\": \"" + language + "\"}}", folder);
        assertThat(plan.at("/copy/language").stringValue()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "0", "99 %", "2026 100% 300bpm"})
    void digitsAloneAreABrief(String brief) {
        assertThat(plan(brief).at("/copy/language").stringValue()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "9", "€1", "\"", "win 1 ", "headline: ", "#", "é", "🎁"})
    void twentyThousandCharactersOfAnyKindAreReadInSeconds(String pattern) {
        var brief = pattern.repeat(20_000 / pattern.codePointCount(0, pattern.length()));
        assertTimeout(Duration.ofSeconds(5), () -> plan(brief));
    }

    @Test
    void anObjectWithoutWordsIsRefused() {
        assertThat(refusedBySkill(json("{\"brief\": {\"title\": \" \", \"on\": true}}")))
                .isTrue();
    }

    @Test
    void aBriefOfTenMegabytesIsRefusedQuickly() {
        var huge = "lorem ".repeat(1_800_000);
        assertThat(SKILL.refusals(input(huge))).isNotEmpty();
        assertThat(refusedBySkill(objectBrief(huge))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"brief\": 7}",
                "{\"brief\": \"x\", \"unknown\": 1}",
                "{\"brief\": \"x\", \"constraints\": {\"max_game_duration_sec\": 0}}",
                "{\"brief\": \"x\", \"constraints\": {\"language\": \"not a language\"}}",
                "{\"brief\": \"x\", \"brand_assets\": [{\"type\": \"logo\"}]}"
            })
    void anInputOutsideTheContractIsRefused(String input) {
        assertThat(SKILL.refusals(json(input))).isNotEmpty();
    }

    @Test
    void everyPlanKeepsItsSchemaAndShowsItsColours() {
        var themes = new HashSet<String>();
        var templates = new HashSet<String>();
        for (long seed = 0; seed < 200; seed++) {
            var plan = plan(RandomBrief.of(new SplitMix(seed)));
            themes.add(plan.at("/theme").stringValue());
            templates.add(plan.at("/game_template/template_id").stringValue());
            for (var part : List.of("primary", "secondary", "accent")) {
                assertThat(contrast(plan, part)).as("%s of seed %d", part, seed).isGreaterThanOrEqualTo(3);
            }
        }
        assertThat(themes).hasSizeGreaterThan(8);
        assertThat(templates).hasSize(6);
    }

    private static double contrast(JsonNode plan, String part) {
        var colours = plan.at("/color_scheme");
        return colour(colours, part).contrast(colour(colours, "background"));
    }

    private static Rgb colour(JsonNode colours, String part) {
        return Rgb.parse(colours.at("/" + part).stringValue()).orElseThrow();
    }

    private JsonNode plan(String brief) {
        return SKILL.succeed(input(brief), new LocalSkillContext(folder));
    }

    private static JsonNode plan(String input, Path folder) {
        return SKILL.succeed(json(input), new LocalSkillContext(folder));
    }

    private static ObjectNode input(String brief) {
        return JsonNodeFactory.instance.objectNode().put("brief", brief);
    }

    private static ObjectNode objectBrief(String text) {
        var input = JsonNodeFactory.instance.objectNode();
        input.putObject("brief").put("title", text);
        return input;
    }

    private boolean refusedBySkill(JsonNode input) {
        return SKILL.fail(input, new LocalSkillContext(folder)) instanceof SkillFailure.InvalidInput invalid
                && invalid.message().startsWith("/brief");
    }
}
