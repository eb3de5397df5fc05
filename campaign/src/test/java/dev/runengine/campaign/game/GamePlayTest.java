package dev.runengine.campaign.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.Point;
import dev.runengine.campaign.browser.Screen;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Games played in a real browser, where one is installed. */
class GamePlayTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static HttpServer server;

    @BeforeAll
    static void openBrowser() throws Exception {
        var binary = Browser.installed();
        assumeTrue(binary.isPresent(), "no Chromium on the PATH");
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress("127.0.0.1", 0), folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
        browser = Browser.start(binary.get(), server.getAddress().getPort(), LONGEST, LONGEST);
        browser.show(new Screen(390, 844, false));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aWheelFromTheFileSystemIsWonWithFilmsSoundAndPrize() throws Exception {
        var game = folder("spin_wheel", 1, true);
        browser.open(game.resolve("index.html").toUri() + "?qa=1&seed=1", LONGEST);
        assertThat(play(false)).isEqualTo("won");
        browser.await("__qa.prizeTriangles === 1 || __qa.problems.length", LONGEST);
        browser.await("__qa.sounds.bgm || __qa.problems.length", LONGEST);
        assertThat(browser.evaluate("__qa.problems.join()").stringValue()).isEmpty();
        assertThat(browser.evaluate("document.querySelector('#outcome video').src")
                        .stringValue())
                .endsWith("video/win.webm");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aQuizFromAServerIsLostDespiteRightAnswersWhenTheChanceIsZero() throws Exception {
        openOverHttp(folder("quiz", 0, false));
        assertThat(play(false)).isEqualTo("lost");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void wrongAnswersLoseWhateverTheChance() throws Exception {
        openOverHttp(folder("quiz", 1, false));
        assertThat(play(true)).isEqualTo("lost");
    }

    @Test
    void theConfiguredChanceIsTheShareOfPlaysThatWin() throws Exception {
        openOverHttp(folder("scratch_card", 0.3, false));
        for (double chance : new double[] {0, 0.05, 0.3, 0.9, 1}) {
            var wins = browser.evaluate("""
                    (() => { let wins = 0;
                      for (let seed = 0; seed < 20000; seed++) {
                        wins += Game.random.decideWin(Game.random.generator(seed), %s) ? 1 : 0;
                      }
                      return wins / 20000; })()""".formatted(chance));
            assertThat(wins.doubleValue()).isCloseTo(chance, within(0.012));
        }
    }

    @Test
    void textOfABriefNeverBecomesMarkup() throws Exception {
        var input = new SampleGame(Files.createDirectories(folder.resolve("hostile"))).bundleInput("spin_wheel", 1);
        var markup = "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=1</script>";
        ((ObjectNode) input.at("/game_config/copy")).put("intro_headline", markup);
        ((ObjectNode) input.at("/game_config/copy")).put("win_message", markup);
        openOverHttp(bundle(input, "hostile"));
        assertThat(play(false)).isEqualTo("won");
        assertThat(browser.evaluate("document.querySelector('#outcome h2').textContent")
                        .stringValue())
                .isEqualTo(markup);
        assertThat(browser.evaluate("window.hacked === undefined").booleanValue())
                .isTrue();
    }

    static Stream<String> templates() {
        return SampleGame.TEMPLATES.stream();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("templates")
    void everyGameCanBeWonAndLost(String template) throws Exception {
        openOverHttp(folder(template, 1, true));
        assertThat(play(false)).isEqualTo("won");
        browser.open(folder(template, 0, true).resolve("index.html").toUri() + "?qa=1&seed=2", LONGEST);
        assertThat(play(false)).isEqualTo("lost");
        assertThat(browser.complaints()).isEmpty();
    }

    private void openOverHttp(Path game) throws Exception {
        browser.open(Browser.ORIGIN + "/" + folder.relativize(game) + "/index.html?qa=1&seed=1", LONGEST);
    }

    /** Presses the start button with the mouse, where the game says it is, and lets the game play itself. */
    private String play(boolean fail) throws Exception {
        browser.await("__qa.state === 'intro'", LONGEST);
        var start = browser.evaluate("__qa.hint().tap");
        browser.tap(new Point(start.path("x").doubleValue(), start.path("y").doubleValue()));
        browser.await("__qa.state !== 'intro'", LONGEST);
        return browser.evaluate("__qa.autoplay(" + fail + ")").stringValue();
    }

    private Path folder(String template, double chance, boolean media) throws Exception {
        var name = template + "-" + chance + "-" + media;
        var sample = new SampleGame(Files.createDirectories(folder.resolve("making-" + name)));
        var context = new LocalSkillContext(sample.folder());
        var input = sample.bundleInput(template, chance);
        return bundle(media ? sample.withMedia(input, context) : input, name, context);
    }

    private Path bundle(ObjectNode input, String name) {
        return bundle(input, name, new LocalSkillContext(folder));
    }

    private Path bundle(ObjectNode input, String name, LocalSkillContext context) {
        var output = SampleGame.BUNDLE.succeed(input, context);
        var zip = context.published(output.path("bundle_uri").stringValue());
        return new SampleGame(folder).unpack(zip, "game-" + name);
    }
}
