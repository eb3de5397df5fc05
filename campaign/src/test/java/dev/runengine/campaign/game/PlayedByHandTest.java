package dev.runengine.campaign.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.Visitor;
import dev.runengine.campaign.browser.Visitor.Means;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every game as visitors play it: by finger, mouse and keyboard, on phones held either way, from disk and from a server. */
class PlayedByHandTest {
    static final List<String> TEMPLATES = SampleGame.TEMPLATES;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PORTION = 20;
    /** For those games that end with their time; a loss is waiting for it. */
    private static final int SECONDS = 10;

    private static final int LONG_SIDE = 844;
    private static final int SHORT_SIDE = 390;

    @TempDir
    private static Path folder;

    private int complaintsBefore;

    private static Browser browser;
    private static HttpServer server;
    private static final Map<String, Path> GAMES = new HashMap<>();

    @BeforeAll
    static void openBrowser() throws Exception {
        var binary = Browser.installed();
        assumeTrue(binary.isPresent(), "no Chromium on the PATH");
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress("127.0.0.1", 0), folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
        browser = Browser.start(binary.get(), server.getAddress().getPort(), LONGEST, LONGEST);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
            server.stop(0);
        }
    }

    @BeforeEach
    void listen() {
        complaintsBefore = browser.complaints().size();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(browser.complaints()).hasSize(complaintsBefore);
    }

    @ParameterizedTest
    @CsvSource({
        "spin_wheel, FINGER, true, won",
        "spin_wheel, KEYBOARD, false, lost",
        "scratch_card, MOUSE, false, won",
        "scratch_card, FINGER, true, lost",
        "slot_machine, KEYBOARD, true, won",
        "slot_machine, MOUSE, false, lost",
        "memory_match, FINGER, false, won",
        "memory_match, KEYBOARD, true, lost",
        "catch_game, KEYBOARD, true, won",
        "catch_game, FINGER, false, lost",
        "quiz, MOUSE, true, won",
        "quiz, FINGER, false, lost"
    })
    void everyGameIsWonAndLost(String template, Means means, boolean upright, String result) throws Exception {
        play(template, "easy", means, upright, result);
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void everyGameOfEveryLevelIsWonAndLostByEveryMeans(String template) throws Exception {
        for (var level : new String[] {"easy", "medium", "hard"}) {
            for (var means : Means.values()) {
                play(template, level, means, means != Means.MOUSE, "won");
                play(template, level, means, means == Means.MOUSE, "lost");
            }
        }
    }

    @Test
    void thePageOfACampaignJoinsItsIntroItsGameAndItsFilms() throws Exception {
        var making = Files.createDirectories(folder.resolve("campaign"));
        var campaign = new SampleCampaign(making);
        var player = campaign.context()
                .published(
                        campaign.manifest(campaign.input()).path("player_uri").stringValue());
        var page = new SampleGame(making).unpack(player, "player").resolve("index.html");

        var visitor = visitor(Means.FINGER, true);
        browser.open(page.toUri() + "?qa=1", LONGEST);
        browser.await("__qa.state === 'intro'", LONGEST);
        browser.await("!document.querySelector('#intro video').paused", LONGEST);
        assertThat(evaluate("document.querySelector('#intro video').loop").booleanValue())
                .isTrue();
        // The button's middle as a share of the film: (250 + 580 / 2) / 1080.
        assertThat(evaluate("""
                (() => { const [button, film] = ['#start', '#intro .media'].map(
                    (selector) => document.querySelector(selector).getBoundingClientRect());
                  return (button.x + button.width / 2 - film.x) / film.width; })()""").doubleValue()).isCloseTo(0.5, within(0.001));
        playOn(visitor);
        assertThat(evaluate("__qa.state").stringValue()).isEqualTo("won");
        assertThat(evaluate("document.querySelector('#outcome video').src").stringValue())
                .endsWith("video/win.webm");
        browser.await("__qa.sounds.bgm > 0", LONGEST);
    }

    @Test
    void whoWantsNoMotionSeesNone() throws Exception {
        var visitor = visitor(Means.FINGER, true);
        visitor.wantsMotion(false);
        try {
            open("slot_machine", "easy", "won", true);
            assertThat(moving()).isZero();
            playOn(visitor);
            assertThat(evaluate("__qa.state").stringValue()).isEqualTo("won");
            assertThat(moving()).isZero();
            assertThat(evaluate("document.querySelectorAll('.confetti').length").intValue())
                    .isZero();
        } finally {
            visitor.wantsMotion(true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, intro_headline, 80",
        "false, intro_headline, 80",
        "true, win_message, 160",
        "false, question, 200"
    })
    void theLongestTextsFit(boolean upright, String text, int length) throws Exception {
        var words = "Donaudampfschifffahrtsgesellschaft 🎁 Weihnachtsüberraschung مرحبا ".repeat(4);
        var longest = words.substring(0, length).strip();
        var making = Files.createDirectories(folder.resolve("long-" + text + upright));
        var input = new SampleGame(making).bundleInput("quiz", 1);
        var config = (ObjectNode) input.get("game_config");
        ((ObjectNode) config.get("copy"))
                .put(
                        text.equals("question") ? "instruction" : text,
                        longest.substring(0, Math.min(160, length)).strip());
        config.at("/mechanics/questions").forEach(question -> {
            if (text.equals("question")) {
                ((ObjectNode) question).put("question", longest);
            }
        });
        var page = unpacked(input, making);
        var visitor = visitor(Means.MOUSE, upright);
        browser.open(page.toUri() + "?qa=1", LONGEST);
        browser.await("__qa.state === 'intro' && document.fonts.status === 'loaded'", LONGEST);
        assertNothingIsHidden();
        visitor.act();
        assertNothingIsHidden();
        playOn(visitor);
        assertNothingIsHidden();
    }

    @Test
    void textOnAnyPaletteHasTheContrastOfWcag() throws Exception {
        open("spin_wheel", "easy", "won", false);
        assertThat(evaluate("""
                (() => { const next = Game.random.generator(5); const { contrast, mix, under } = Game.colours;
                  const any = () => '#' + Math.floor(next() * 0x1000000).toString(16).padStart(6, '0');
                  let least = 21;
                  for (let i = 0; i < 2000; i++) {
                    const ground = any();
                    const text = contrast('#ffffff', ground) > contrast('#000000', ground) ? '#ffffff' : '#000000';
                    least = Math.min(least, contrast(text, under(text, any(), ground, 0.55)));
                  }
                  return least; })()""").doubleValue()).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void theConfiguredChanceIsAboutTheShareOfPlaysThatWin(String template) throws Exception {
        // Three standard deviations of 40 plays at 0.3.
        assertThat(shareOfWins(template, 40)).isCloseTo(0.3, within(0.217));
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void theConfiguredChanceIsTheShareOfManyPlaysThatWin(String template) throws Exception {
        // Three standard deviations of 2,000 plays at 0.3.
        assertThat(shareOfWins(template, 2000)).isCloseTo(0.3, within(0.031));
    }

    private static double shareOfWins(String template, int plays) throws Exception {
        visitor(Means.FINGER, true);
        browser.open(game(template, "easy", 0.3).toUri() + "?qa=1", LONGEST);
        browser.await("__qa.state === 'intro'", LONGEST);
        evaluate(script("many-plays.js"));
        double wins = 0;
        // In portions, for no single answer may take longer than the browser is waited for.
        for (int seed = 0; seed < plays; seed += PORTION) {
            wins += PORTION
                    * evaluate("shareOfWins(%d, %d)".formatted(seed + 1, seed + 1 + PORTION))
                            .doubleValue();
        }
        return wins / plays;
    }

    private static void play(String template, String level, Means means, boolean upright, String result)
            throws Exception {
        var visitor = visitor(means, upright);
        // Every other way of holding a phone reads from disk.
        open(template, level, result, upright);
        assertNothingIsHidden();
        assertThat(evaluate("Game.sound.context === null").booleanValue())
                .as("silent before the first touch")
                .isTrue();
        visitor.act();
        assertThat(evaluate("Game.sound.context !== null").booleanValue()).isTrue();
        assertNothingIsHidden();
        playOn(visitor);
        assertThat(evaluate("__qa.state").stringValue()).isEqualTo(result);
        assertNothingIsHidden();
        assertThat(evaluate("""
                performance.getEntriesByType('resource').map((entry) => entry.name).filter(
                    (name) => !name.startsWith('data:') && !name.startsWith(location.href.replace(/index.html.*/, ''))).join()""").stringValue()).isEmpty();
    }

    private static void open(String template, String level, String result, boolean fromDisk) throws Exception {
        var page = game(template, level, result.equals("won") ? 1 : 0);
        var address = fromDisk ? page.toUri().toString() : Browser.ORIGIN + "/" + folder.relativize(page);
        browser.open(address + "?qa=1&seed=1", LONGEST);
        browser.await("__qa.state === 'intro' && document.fonts.status === 'loaded'", LONGEST);
    }

    private static void playOn(Visitor visitor) throws Exception {
        long latest = System.nanoTime() + LONGEST.toNanos();
        while (!evaluate("__qa.state === 'won' || __qa.state === 'lost'").booleanValue()) {
            assertThat(System.nanoTime()).as("the game ends").isLessThan(latest);
            visitor.act();
        }
    }

    private static void assertNothingIsHidden() throws Exception {
        // A screen that appears has its place only when its fonts are there and it has been laid out.
        assertThat(evaluate(script("layout-check.js")))
                .as(evaluate("__qa.state").stringValue())
                .isEmpty();
    }

    private static int moving() throws Exception {
        return evaluate("""
                document.getAnimations().filter((animation) => animation.playState === 'running').length
                    + [...document.querySelectorAll('#intro video')].filter((video) => !video.paused).length""").intValue();
    }

    private static Visitor visitor(Means means, boolean upright) throws Exception {
        return new Visitor(browser, means, upright ? SHORT_SIDE : LONG_SIDE, upright ? LONG_SIDE : SHORT_SIDE);
    }

    /** The page of a game without media. */
    private static Path game(String template, String level, double chance) throws IOException {
        var name = template + "-" + level + "-" + chance;
        var known = GAMES.get(name);
        if (known != null) {
            return known;
        }
        var making = Files.createDirectories(folder.resolve(name));
        var configInput = SampleGame.configInput(template, chance);
        ((ObjectNode) configInput.get("difficulty")).put("level", level);
        configInput.put("duration_sec", SECONDS);
        var input = configInput.objectNode();
        input.put("template_id", template)
                .set("game_config", SampleGame.CONFIG.succeed(configInput, new LocalSkillContext(making)));
        var page = unpacked(input, making);
        GAMES.put(name, page);
        return page;
    }

    private static Path unpacked(ObjectNode input, Path making) {
        var context = new LocalSkillContext(making);
        var zip = SampleGame.BUNDLE.succeed(input, context).path("bundle_uri").stringValue();
        return new SampleGame(making).unpack(context.published(zip), "game").resolve("index.html");
    }

    private static JsonNode evaluate(String expression) throws Exception {
        return browser.evaluate(expression);
    }

    private static String script(String name) throws IOException {
        try (var in = Objects.requireNonNull(PlayedByHandTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
