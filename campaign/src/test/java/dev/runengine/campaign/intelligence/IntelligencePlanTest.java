package dev.runengine.campaign.intelligence;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.brief.RandomBrief;
import dev.runengine.campaign.planning.PlanningSkills;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.skill.SkillFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class IntelligencePlanTest {
    private static final ContractedSkill SKILL = ContractedSkill.of(IntelligenceSkills.all(), "intelligence_plan");
    private static final ContractedSkill PLAN = ContractedSkill.of(PlanningSkills.all(), "campaign_plan_from_brief");
    private static final String COMPLETE =
            "A scratch card for our guests at the beach: win a 50 € voucher, in #ffb300 on a dark ground";

    @TempDir
    private Path folder;

    @Test
    void aCompleteBriefHasNoWarnings() {
        assertThat(warnings(advise(COMPLETE, "{}"))).isEmpty();
    }

    @Test
    void itComesToTheGameAndTheColoursOfThePlan() {
        for (long seed = 0; seed < 80; seed++) {
            var input = JsonNodeFactory.instance.objectNode().put("brief", RandomBrief.of(new SplitMix(seed)));
            var advice = SKILL.succeed(input, context());
            var plan = PLAN.succeed(input, context());
            assertThat(advice.at("/recommended_template/template_id")).isEqualTo(plan.at("/game_template/template_id"));
            for (var part : List.of("primary", "secondary", "accent", "background")) {
                assertThat(advice.at("/theme/" + part)).isEqualTo(plan.at("/color_scheme/" + part));
            }
            assertThat(advice.at("/theme/mood")).isEqualTo(plan.at("/audio_specs/mood"));
            assertThat(odds(advice))
                    .isCloseTo(plan.at("/difficulty/win_probability").doubleValue(), within(1e-5));
            assertThat(SKILL.succeed(input, context())).isEqualTo(advice);
        }
    }

    @Test
    void oddsFollowTheDifficultyAndSumToTheChanceOfWinning() {
        var easy = advise("An easy game for families", "{}");
        var hard = advise("A hard game for experts", "{}");
        assertThat(odds(easy)).isGreaterThan(odds(hard)).isCloseTo(0.5, within(1e-5));
        assertThat(tier(easy, 0).at("/probability").doubleValue())
                .isGreaterThan(tier(hard, 0).at("/probability").doubleValue());
        assertThat(odds(advise("Win chance 8%", "{}"))).isCloseTo(0.08, within(1e-5));
        assertThat(tier(easy, 0).at("/probability").doubleValue())
                .isLessThan(tier(easy, 2).at("/probability").doubleValue());
    }

    @Test
    void oddsNeverSumToMoreThanTheChanceWhateverItIs() {
        for (var level : List.of("easy", "hard", "plain")) {
            for (int percent = 0; percent <= 100; percent++) {
                assertThat(odds(advise("A %s game, win chance %d%%".formatted(level, percent), "{}")))
                        .isCloseTo(percent / 100.0, within(1e-5))
                        .isLessThanOrEqualTo(Math.min(1, percent / 100.0 + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Win a 250 € voucher and a mug | A voucher worth 250 | 250",
                "Gewinne eine Reise oder Kopfhörer | A trip | 1500",
                "Spin for a free latte | A free drink | 4",
                "Win something worth $1,500 | A prize worth 1500 | 1500",
                "Win a coupon of 20.50 EUR | A voucher worth 20 | 20",
                "A game for gamers. Prize: PlayStation 5. Play now! | PlayStation 5 | 450"
            })
    void thePrizeTheBriefNamesIsTheGrandOne(String brief, String prize, double cost) {
        var advice = advise(brief, "{}");
        assertThat(tier(advice, 0).at("/suggestion").stringValue()).isEqualTo(prize);
        assertThat(tier(advice, 0).at("/estimated_cost").doubleValue()).isEqualTo(cost);
        assertThat(advice.at("/prize_tiers").valueStream().skip(1))
                .allMatch(tier -> tier.at("/estimated_cost").doubleValue() < cost);
        assertThat(warnings(advice)).noneMatch(warning -> warning.contains("no prize"));
    }

    @Test
    void aThingThatIsOnlySpokenOfIsNoPrize() {
        assertThat(warnings(advise("A game that runs on every phone and in the car", "{}")))
                .anyMatch(warning -> warning.contains("names no prize"));
    }

    @Test
    void prizesGivenAsMembersAreTakenAsTheyAre() {
        var advice =
                advise(json("{\"title\": \"Go\", \"prizes\": [\"Goldener Becher\", {\"name\": \"E-Bike\"}]}"), "{}");
        assertThat(tier(advice, 0).at("/suggestion").stringValue()).isEqualTo("E-Bike");
        assertThat(tier(advice, 1).at("/suggestion").stringValue()).isEqualTo("Goldener Becher");
    }

    @Test
    void withoutAPrizeThoseOfTheThemeAreSuggestedAndThatIsSaid() {
        var advice = advise("A latte for every espresso fan", "{}");
        assertThat(tier(advice, 0).at("/suggestion").stringValue()).isEqualTo("A coffee machine");
        assertThat(warnings(advice)).anyMatch(warning -> warning.contains("names no prize"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spooky pumpkin night | {'excluded_themes': ['Halloween']} | asks for the theme halloween",
                "A night of dragons | {'excluded_themes': ['dragons']} | speaks of \"dragons\"",
                "A memory match | {'max_game_duration_sec': 10} | cannot be played well in 10 s",
                "A launch | {'required_features': ['leaderboard']} | \"leaderboard\" is not part",
                "A wheel and a quiz | {} | one game",
                "A beer festival for kids | {} | adults only",
                "Champagne | {'target_audience': 'teenagers'} | adults only",
                "A hard game for children | {} | hard game",
                "Win chance 0% | {} | nobody",
                "Win chance 95% | {} | Nearly everybody",
                "1 in 500 wins a mug | {} | Hardly anybody",
                "Win a car, budget 900 € | {} | does not pay",
                "コーヒーのキャンペーン | {} | no phrases in the language",
                "A party for our guests | {'language': 'nl'} | no phrases in the language of the campaign (nl)",
                "Go | {} | says very little"
            })
    void whatContradictsItselfOrIsMissingIsNamed(String brief, String constraints, String warning) {
        assertThat(warnings(advise(brief, constraints.replace('\'', '"')))).anyMatch(said -> said.contains(warning));
    }

    @Test
    void coloursThatCannotBeToldApartAreNamed() {
        var advice = advise(
                json(
                        "{\"title\": \"Go\", \"palette\": {\"primary\": \"#fefefe\", \"accent\": \"#000000\", \"background\": \"#ffffff\"}}"),
                "{}");
        assertThat(warnings(advice)).anyMatch(w -> w.contains("primary colour #fefefe has a contrast of 1.0"));
        assertThat(warnings(advice)).noneMatch(w -> w.contains("accent colour"));
    }

    @Test
    void aColourThatIsNoneAndAGameThatIsUnknownAreNamed() {
        var advice = advise(
                json("{\"title\": \"Go\", \"palette\": {\"primary\": \"blurple\"}, \"template_id\": \"pinball\"}"),
                "{}");
        assertThat(warnings(advice)).anyMatch(w -> w.contains("#RRGGBB"));
        assertThat(warnings(advice)).anyMatch(w -> w.contains("no game called \"pinball\""));
    }

    @Test
    void confidenceFollowsHowPlainlyTheGameIsAskedFor() {
        double asked = confidence(advise(json("{\"title\": \"Go\", \"template_id\": \"quiz\"}"), "{}"));
        double spoken = confidence(advise("A trivia night", "{}"));
        double open = confidence(advise("A launch", "{}"));
        assertThat(asked).isGreaterThan(spoken);
        assertThat(spoken).isGreaterThan(open);
    }

    @Test
    void aQuickGameForAPrizeDrawsMoreThanALongHardOne() {
        assertThat(advise(COMPLETE, "{'target_audience': 'tourists'}")
                        .at("/estimated_engagement")
                        .stringValue())
                .isEqualTo("high");
        assertThat(advise("A hard quiz, win chance 2%", "{'max_game_duration_sec': 300}")
                        .at("/estimated_engagement")
                        .stringValue())
                .isEqualTo("low");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'brief': ''}",
                "{'brief': 7}",
                "{'brief': 'x', 'constraints': {'max_game_duration_sec': '30'}}",
                "{'brief': 'x', 'constraints': {'excluded_themes': 'winter'}}",
                "{'brief': 'x', 'constraints': {'budget': 5}}",
                "{'brief': 'x', 'brand_assets': []}"
            })
    void anInputOutsideTheContractIsRefused(String input) {
        assertThat(SKILL.refusals(json(input.replace('\'', '"')))).isNotEmpty();
    }

    @Test
    void aBlankTitleIsRefusedWhereItStands() {
        var failure = SKILL.fail(json("{\"brief\": {\"title\": \"\\u00a0\", \"style\": \"neon\"}}"), context());
        assertThat(failure).isInstanceOf(SkillFailure.InvalidInput.class);
        assertThat(failure.message()).startsWith("/brief/title");
    }

    @Test
    void twentyThousandCharactersAreReadAsFewAre() {
        var long20k = (COMPLETE + " ").repeat(300).substring(0, 20_000);
        assertThat(tier(advise(long20k, "{}"), 0).at("/suggestion").stringValue())
                .isEqualTo("A voucher worth 50");
    }

    private JsonNode advise(String brief, String constraints) {
        return advise(JsonNodeFactory.instance.stringNode(brief), constraints);
    }

    private JsonNode advise(JsonNode brief, String constraints) {
        var input = JsonNodeFactory.instance.objectNode();
        input.set("brief", brief);
        input.set("constraints", json(constraints.replace('\'', '"')));
        return SKILL.succeed(input, context());
    }

    private LocalSkillContext context() {
        return new LocalSkillContext(folder);
    }

    private static JsonNode tier(JsonNode advice, int index) {
        return advice.at("/prize_tiers/" + index);
    }

    private static double odds(JsonNode advice) {
        return advice.at("/prize_tiers")
                .valueStream()
                .mapToDouble(tier -> tier.at("/probability").doubleValue())
                .sum();
    }

    private static double confidence(JsonNode advice) {
        return advice.at("/recommended_template/confidence").doubleValue();
    }

    private static List<String> warnings(JsonNode advice) {
        return advice.at("/warnings").valueStream().map(JsonNode::stringValue).toList();
    }
}
