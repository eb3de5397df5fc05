package dev.runengine.campaign.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.game.SampleGame;
import dev.runengine.campaign.playthrough.Patience;
import dev.runengine.campaign.playthrough.PlayThrough;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bundles played in a real browser, where one is installed. */
class BundlePlayTest {
    static final List<String> TEMPLATES = SampleGame.TEMPLATES;
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(90));

    @TempDir
    private Path folder;

    private LocalSkillContext context;

    @BeforeAll
    static void requireBrowser() {
        assumeTrue(Browser.installed().isPresent(), "no Chromium on the PATH");
    }

    @BeforeEach
    void prepare() {
        context = new LocalSkillContext(folder);
    }

    @Test
    void aGameOfOursIsWonByTouchAndLostByMouse() {
        assertPlayed("spin_wheel");
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void everyGameOfOursIsWonAndLost(String template) {
        assertPlayed(template);
    }

    private void assertPlayed(String template) {
        var zip = SampleBundle.of(folder, template, 0.3).zip();
        var output = play(zip, Patience.USUAL);
        assertThat(output.path("issues")).isEmpty();
        assertThat(output.at("/summary/play/state").stringValue()).isEqualTo("played");
        assertThat(output.path("pass").booleanValue()).isTrue();
        assertThat(report(output).path("plays").toString())
                .contains("\"by\":\"finger\",\"ended\":\"won\"", "\"by\":\"mouse\",\"ended\":\"lost\"");
    }

    @Test
    void aSyntaxErrorIsReportedWithItsFile() {
        var output = playSpoilt("js/game.js", "}}}");
        assertThat(output.path("pass").booleanValue()).isFalse();
        assertThat(output.path("issues").valueStream()).anySatisfy(issue -> {
            assertThat(issue.path("code").stringValue()).isEqualTo("javascript_error");
            assertThat(issue.path("file").stringValue()).isEqualTo("js/game.js");
        });
    }

    @Test
    void anEndlessLoopIsReportedAndEndsWithThePatience() {
        long started = System.nanoTime();
        var output = playSpoilt("js/game.js", "addEventListener('pointerdown', () => { for (;;) {} });");
        assertThat(BundleInspectionTest.codes(output)).contains("game_hangs");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void callsToTheNetworkAndCheatingAreFoundTheSameOnEveryRun() {
        var zip = certainWin()
                .edit("js/main.js", text -> text + """
                        fetch(['https', '://tracker.example/hit'].join('')).catch(() => {});
                        fetch('http://127.0.0.1:' + 8080 + '/x').catch(() => {});""")
                .edit("js/random.js", text -> text + "Game.random.decideWin = () => false;")
                .zip();
        var output = play(zip, SHORT);
        assertThat(output.path("issues")
                        .valueStream()
                        .map(issue -> issue.path("message").stringValue()))
                .contains(
                        "the game asks the network for https://tracker.example/hit",
                        "the game asks the network for http://127.0.0.1:8080/x");
        assertThat(BundleInspectionTest.codes(output)).contains("wrong_outcome");
        assertThat(output.path("pass").booleanValue()).isFalse();
        context = new LocalSkillContext(folder);
        assertThat(play(zip, SHORT).path("report_uri")).isEqualTo(output.path("report_uri"));
    }

    /** Where nobody can lose, one play is enough. */
    private SampleBundle certainWin() {
        return SampleBundle.bare(folder, "scratch_card", 1);
    }

    private JsonNode playSpoilt(String script, String code) {
        return play(
                certainWin().edit(script, text -> text + "\n" + code).relisted().zip(), SHORT);
    }

    private JsonNode play(Path zip, Patience patience) {
        var skill = ContractedSkill.of(
                ValidationSkills.with(() -> new PlayThrough(Browser.installed(), patience)), "validate_game_bundle");
        var input = JsonNodeFactory.instance
                .objectNode()
                .put("bundle_uri", context.put(zip).uri());
        input.putArray("checks").add("play");
        return skill.succeed(input, context);
    }

    private JsonNode report(JsonNode output) {
        try {
            return ContractedSkill.json(java.nio.file.Files.readString(
                    context.published(output.path("report_uri").stringValue())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
