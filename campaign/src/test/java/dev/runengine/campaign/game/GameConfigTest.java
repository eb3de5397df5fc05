package dev.runengine.campaign.game;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.skill.SkillFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GameConfigTest {
    static final List<String> TEMPLATES = SampleGame.TEMPLATES;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void everyTemplateLevelAndLanguageKeepsTheSchema(String template) {
        for (var level : List.of("easy", "medium", "hard")) {
            for (var language : List.of("en", "de", "fr", "es", "it", "ja")) {
                var input = SampleGame.configInput(template, 0.3);
                input.put("difficulty", level).put("language", language);
                assertThat(configure(input).at("/settings/level").stringValue()).isEqualTo(level);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void theSameInputGivesTheSameFile(String template) {
        var first = new LocalSkillContext(folder);
        var second = new LocalSkillContext(folder);
        SampleGame.CONFIG.succeed(SampleGame.configInput(template, 0.3), first);
        SampleGame.CONFIG.succeed(SampleGame.configInput(template, 0.3), second);
        assertThat(first.published().getFirst().address())
                .isEqualTo(second.published().getFirst().address());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 1", "0.5, 4", "0.99, 7", "1, 8"})
    void theWheelShowsAboutAsManyPrizesAsTheChancePromises(double chance, int prizes) {
        var config = configure(SampleGame.configInput("spin_wheel", chance));
        assertThat(config.at("/settings/win_probability").doubleValue()).isEqualTo(chance);
        assertThat(config.at("/mechanics/segments")
                        .valueStream()
                        .filter(s -> s.path("wins").booleanValue()))
                .hasSize(prizes);
    }

    @Test
    void copyColoursMotifsAndReferencesGivenAreKept() {
        var config = configure((ObjectNode) json("""
                {"template_id": "quiz", "theme": {"name": "Own", "motifs": ["bat"], "palette":
                  {"primary": "#111111", "secondary": "#222222", "accent": "#333333", "background": "#444444"}},
                 "difficulty": {"level": "hard"}, "copy": {"cta_text": "<b>Los</b>", "language": "de"},
                 "asset_refs": {"model": "artifact:x"}}"""));
        assertThat(config.at("/copy/cta_text").stringValue()).isEqualTo("<b>Los</b>");
        assertThat(config.at("/copy/play_again").stringValue()).isEqualTo("Noch einmal");
        assertThat(config.at("/visuals/color_scheme/accent").stringValue()).isEqualTo("#333333");
        assertThat(config.at("/visuals/motifs/0").stringValue()).isEqualTo("bat");
        assertThat(config.at("/asset_refs/model").stringValue()).isEqualTo("artifact:x");
    }

    @Test
    void aGameNeverTakesLongerThanAllowed() {
        var input = SampleGame.configInput("catch_game", 0.5).put("duration_sec", 40);
        ((ObjectNode) input.get("difficulty")).put("max_duration_sec", 8);
        var config = configure(input);
        assertThat(config.at("/settings/duration_sec").intValue()).isEqualTo(8);
        assertThat(config.at("/mechanics/duration_ms").intValue()).isLessThanOrEqualTo(8_000);
    }

    @ParameterizedTest
    @CsvSource({"Hello, ltr", "مرحبا, rtl", "שלום, rtl", "123 مرحبا, rtl", "🎁, ltr"})
    void theDirectionIsThatOfTheHeadline(String headline, String direction) {
        var input = SampleGame.configInput("quiz", 0.5);
        input.putObject("copy").put("intro_headline", headline);
        assertThat(configure(input).at("/settings/direction").stringValue()).isEqualTo(direction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it"})
    void aThemeHasAsManyQuestionsInEveryLanguage(String language) {
        for (var theme : List.of("winter", "summer", "coffee", "space", "sport", "valentine", "halloween", "jungle")) {
            assertThat(Texts.questions(language, theme)).as(theme).hasSameSizeAs(Texts.questions("en", theme));
        }
        assertThat(Texts.questions(language, "ocean").getFirst())
                .isNotEqualTo(Texts.questions("en", "ocean").getFirst());
    }

    @Test
    void anAnswerThatIsNotThereIsRefusedByName() {
        var input = json("""
                {"template_id": "quiz", "theme": "x", "difficulty": "easy",
                 "questions": [{"question": "?", "answers": ["a", "b"], "correct_index": 3}]}""");
        assertThat(SampleGame.CONFIG.fail(input, new LocalSkillContext(folder)))
                .isInstanceOfSatisfying(
                        SkillFailure.InvalidInput.class,
                        failure -> assertThat(failure.message()).startsWith("/questions/0/correct_index"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"template_id\": \"tetris\", \"theme\": \"x\", \"difficulty\": \"easy\"}",
                "{\"template_id\": \"quiz\", \"theme\": \"x\", \"difficulty\": {\"level\": \"easy\", \"win_probability\": 1.5}}",
                "{\"template_id\": \"quiz\", \"theme\": \"x\", \"difficulty\": \"easy\", \"color_scheme\": {\"primary\": \"red\"}}",
                "{\"template_id\": \"quiz\", \"theme\": \"x\", \"difficulty\": \"easy\", \"duration_sec\": 0}",
                "{\"template_id\": \"quiz\", \"theme\": \"x\", \"difficulty\": \"easy\", \"extra\": 1}"
            })
    void anInputOutsideTheContractIsRefused(String input) {
        assertThat(SampleGame.CONFIG.refusals(json(input))).isNotEmpty();
    }

    private JsonNode configure(ObjectNode input) {
        return SampleGame.CONFIG.succeed(input, new LocalSkillContext(folder));
    }
}
