package dev.runengine.campaign.copy;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.brief.RandomBrief;
import dev.runengine.campaign.planning.PlanningSkills;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.skill.SkillFailure;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class GenerateCampaignCopyTest {
    private static final ContractedSkill COPY = ContractedSkill.of(CopySkills.all(), "generate_campaign_copy");
    private static final ContractedSkill PLAN = ContractedSkill.of(PlanningSkills.all(), "campaign_plan_from_brief");
    private static final List<String> TYPES =
            List.of("headline", "subheadline", "cta_button", "win_message", "lose_message", "instructions");
    private static final Map<String, String> PLANNED = Map.of(
            "headline", "intro_headline",
            "subheadline", "intro_subtext",
            "cta_button", "cta_text",
            "win_message", "win_message",
            "lose_message", "lose_message");
    private static final List<String> TEMPLATES =
            List.of("spin_wheel", "scratch_card", "slot_machine", "memory_match", "catch_game", "quiz");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it"})
    void everyTextOfEveryGameHasTenDifferentVariations(String language) {
        for (var template : TEMPLATES) {
            for (var tone : List.of("playful", "elegant", "energetic", "cosy", "whatever")) {
                var context = JsonNodeFactory.instance
                        .objectNode()
                        .put("template_id", template)
                        .put("language", language);
                var copies = write(context, tone, 10);
                for (var type : TYPES) {
                    var lines = variations(copies, type);
                    assertThat(lines).as("%s %s %s", template, tone, type).hasSize(10);
                    assertThat(lines.stream().map(line -> line.toLowerCase(Locale.ROOT)))
                            .doesNotHaveDuplicates();
                    assertThat(lines).noneMatch(line -> line.matches(".*[{}\\[\\]<>%$].*") || line.isBlank());
                }
            }
        }
    }

    @Test
    void thePlansCopyComesFirstAndUnchanged() {
        for (long seed = 0; seed < 60; seed++) {
            var plan = plan(RandomBrief.of(new SplitMix(seed)));
            var copies = write(plan, plan.at("/tone").stringValue(), 3);
            PLANNED.forEach(
                    (type, member) -> assertThat(variations(copies, type).getFirst())
                            .as("%s of %s", type, plan)
                            .isEqualTo(plan.at("/copy/" + member).stringValue()));
        }
    }

    @Test
    void copyGivenByABriefComesFirstUnchangedWhateverItsLanguage() {
        var context = json(
                "{\"title\": \"Kaffee\", \"brief\": \"Ein Fest für unsere Kunden mit Kaffee\", \"headline\": \"Spin  & Win™\","
                        + " \"copy\": {\"win_message\": \"Jackpot, Baby\"}, \"notes\": \"CTA: \\\"Go, go\\\"\"}");
        var copies = write(context, "playful", 3);
        assertThat(variations(copies, "headline").getFirst()).isEqualTo("Spin  & Win™");
        assertThat(variations(copies, "win_message").getFirst()).isEqualTo("Jackpot, Baby");
        assertThat(variations(copies, "cta_button").getFirst()).isEqualTo("Go, go");
        assertThat(variations(copies, "lose_message"))
                .hasSize(3)
                .allMatch(line -> phrases("de").contains(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A party for our guests with a wheel | en",
                "Ein Fest für unsere Kunden mit Kaffee und Kuchen | de",
                "Une fête pour nos clients avec du café et des gâteaux | fr",
                "Una fiesta para nuestros clientes con café y el pastel | es",
                "Una festa per i nostri clienti con il caffè e gli amici | it"
            })
    void theLanguageIsThatOfTheBrief(String brief, String language) {
        var copies = write(JsonNodeFactory.instance.objectNode().put("brief", brief), "friendly", 10);
        for (var type : TYPES.subList(0, 5)) {
            assertThat(phrases(language)).containsAll(variations(copies, type));
        }
    }

    @ParameterizedTest
    @CsvSource({"playful, playful", "elegant, elegant", "sporty and bold, energetic", "cosy, warm", "plain, friendly"})
    void theToneChoosesTheVoice(String tone, String voice) {
        var copies = write(json("{\"language\": \"en\"}"), tone, 3);
        var spoken = Phrases.in("en").voices().get(voice);
        assertThat(spoken).isNotNull();
        assertThat(spoken.headlines()).contains(variations(copies, "headline").getFirst());
        assertThat(spoken.lose()).containsAll(variations(copies, "lose_message"));
        assertThat(variations(copies, "instructions").getFirst())
                .endsWith(spoken.endings().getFirst());
    }

    @Test
    void aHeadlineInVoiceTakesTurnsWithOneOfTheGame() {
        var headlines = variations(write(json("{\"template_id\": \"quiz\"}"), "elegant", 4), "headline");
        var game = Phrases.in("en").headlines().getOrDefault("quiz", List.of());
        assertThat(headlines.stream().map(game::contains)).containsExactly(false, true, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it"})
    void theBrandIsNamedWhereItIsKnown(String language) {
        var context =
                JsonNodeFactory.instance.objectNode().put("language", language).put("brand", "Strandkorb & Co");
        var copies = write(context, "playful", 2);
        assertThat(variations(copies, "headline")).allMatch(line -> line.contains("Strandkorb & Co"));
        assertThat(variations(copies, "subheadline")).allMatch(line -> line.contains("Strandkorb & Co"));
    }

    @ParameterizedTest
    @CsvSource({
        "spin_wheel, wheel",
        "scratch_card, Scratch",
        "slot_machine, reels",
        "memory_match, match",
        "catch_game, catch",
        "quiz, answer"
    })
    void instructionsSayWhatThePlayerDoesInThisGame(String template, String word) {
        var context = JsonNodeFactory.instance.objectNode().put("template_id", template);
        assertThat(variations(write(context, "playful", 10), "instructions")).allMatch(line -> line.contains(word));
    }

    @Test
    void moreVariationsOrMoreTypesDoNotChangeThoseBefore() {
        var context = json("{\"brief\": \"A beach party\"}");
        var few = variations(write(context, "playful", 3), "win_message");
        var many = variations(write(context, "playful", 10), "win_message");
        assertThat(many.subList(0, 3)).isEqualTo(few);
        var alone = COPY.succeed(
                json(
                        "{\"campaign_context\": {\"brief\": \"A beach party\"}, \"copy_types\": [\"win_message\"], \"tone\": \"playful\", \"variations_count\": 3}"),
                new LocalSkillContext(folder));
        assertThat(variations(alone, "win_message")).isEqualTo(few);
    }

    @Test
    void theSameContextGivesTheSameCopyWhateverWayItWasWritten() {
        assertThat(write(json("{\"title\": \"Glow\", \"style\": \"neon\"}"), "bold", 10))
                .isEqualTo(write(json("{\"style\":\"neon\",  \"title\":\"Glow\"}"), "bold", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"コーヒーの新しいキャンペーン", "שלום עולם ברוכים הבאים", "حملة قهوة جديدة للعملاء", "Кофе для всех"})
    void noEnglishIsAddedToABriefInALanguageWithoutPhrases(String title) {
        var plan = plan("{\"title\": \"" + title + "\"}", json("{\"title\": \"" + title + "\"}"));
        var copies = write(plan, "playful", 5);
        assertThat(variations(copies, "headline")).containsExactly(title);
        for (var type : TYPES.subList(1, 6)) {
            assertThat(variations(copies, type)).isNotEmpty().noneMatch(line -> line.matches(".*\\p{L}{3,}.*"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'copy_types': ['headline'], 'tone': 'x', 'variations_count': 1}",
                "{'campaign_context': {}, 'copy_types': ['headline'], 'tone': 'x', 'variations_count': 1}",
                "{'campaign_context': 'text', 'copy_types': ['headline'], 'tone': 'x', 'variations_count': 1}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': [], 'tone': 'x', 'variations_count': 1}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['slogan'], 'tone': 'x', 'variations_count': 1}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline', 'headline'], 'tone': 'x', 'variations_count': 1}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline'], 'tone': '', 'variations_count': 1}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline'], 'variations_count': 1}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline'], 'tone': 'x', 'variations_count': 0}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline'], 'tone': 'x', 'variations_count': 1000}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline'], 'tone': 'x', 'variations_count': '3'}",
                "{'campaign_context': {'a': 'b'}, 'copy_types': ['headline'], 'tone': 'x', 'variations_count': 1.5}"
            })
    void anInputOutsideTheContractIsRefused(String input) {
        assertThat(COPY.refusals(json(input.replace('\'', '"')))).isNotEmpty();
    }

    @Test
    void aContextThatSaysNothingIsRefused() {
        var failure = COPY.fail(
                json(
                        "{\"campaign_context\": {\"brief\": \" \"}, \"copy_types\": [\"headline\"], \"tone\": \"x\", \"variations_count\": 1}"),
                new LocalSkillContext(folder));
        assertThat(failure).isInstanceOf(SkillFailure.InvalidInput.class);
        assertThat(failure.message()).startsWith("/campaign_context");
    }

    private static HashSet<String> phrases(String language) {
        var phrases = Phrases.in(language);
        var all = new HashSet<String>();
        phrases.headlines().values().forEach(all::addAll);
        List.of(phrases.subtexts(), phrases.win(), phrases.lose(), phrases.cta())
                .forEach(all::addAll);
        phrases.voices()
                .values()
                .forEach(voice -> List.of(voice.headlines(), voice.subtexts(), voice.win(), voice.lose(), voice.cta())
                        .forEach(all::addAll));
        return all;
    }

    private JsonNode plan(String brief) {
        return plan(brief, JsonNodeFactory.instance.stringNode(brief));
    }

    private JsonNode plan(String description, JsonNode brief) {
        var input = JsonNodeFactory.instance.objectNode();
        input.set("brief", brief);
        assertThat(PLAN.refusals(input)).as(description).isEmpty();
        return PLAN.succeed(input, new LocalSkillContext(folder));
    }

    private JsonNode write(JsonNode context, String tone, int count) {
        var input = JsonNodeFactory.instance.objectNode();
        input.set("campaign_context", context);
        TYPES.forEach(input.putArray("copy_types")::add);
        input.put("tone", tone).put("variations_count", count);
        return COPY.succeed(input, new LocalSkillContext(folder));
    }

    private static List<String> variations(JsonNode copies, String type) {
        return copies.path("copies")
                .valueStream()
                .filter(copy -> copy.path("copy_type").stringValue().equals(type))
                .flatMap(copy -> copy.path("variations").valueStream())
                .map(JsonNode::stringValue)
                .toList();
    }
}
