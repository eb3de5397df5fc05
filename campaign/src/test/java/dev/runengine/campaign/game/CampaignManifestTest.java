package dev.runengine.campaign.game;

import static dev.runengine.campaign.game.SampleCampaign.MANIFEST;
import static dev.runengine.campaign.testing.ContractedSkill.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CampaignManifestTest {
    private static final String GONE = "artifact:sha256:" + "0".repeat(64);
    private static final String WEB = "https://example.org/intro.mp4";

    @TempDir
    private Path folder;

    private SampleCampaign campaign;
    private LocalSkillContext context;

    @BeforeEach
    void prepare() {
        campaign = new SampleCampaign(folder);
        context = campaign.context();
    }

    @Test
    void aCompleteCampaignIsReady() throws Exception {
        var output = campaign.manifest(campaign.input());
        assertThat(output.at("/deployment_ready").booleanValue()).isTrue();
        assertThat(output.at("/validation/warnings")).isEmpty();
        assertThat(output.at("/manifest/assets"))
                .hasSize(5)
                .allMatch(a -> a.path("status").asString().equals("valid"));
        var published = context.published(output.at("/manifest_uri").stringValue());
        assertThat(JacksonJson.fromNode(json(Files.readString(published))))
                .isEqualTo(JacksonJson.fromNode(output.get("manifest")));
    }

    @Test
    void whatIsStoredIsListedForReviewTheManifestAndThePlayerIncluded() {
        var image =
                campaign.context().put(new SampleMedia(folder).file("intro.png", "\u0089PNG....".getBytes(ISO_8859_1)));
        var output = campaign.manifest(
                campaign.input().put("intro_image_uri", image.uri()).put("audio_uri", "https://example.org/mix.zip"));
        assertThat(output.path("artifact_refs")
                        .valueStream()
                        .map(ref -> ref.path("name").stringValue() + " "
                                + ref.path("type").stringValue()))
                .containsExactly(
                        "game_bundle game_bundle",
                        "intro_video video",
                        "outcome_video_win video",
                        "outcome_video_lose video",
                        "intro_image image",
                        "player game_bundle",
                        "manifest manifest");
        assertThat(output.at("/artifact_refs/5/uri")).isEqualTo(output.path("player_uri"));
        assertThat(output.at("/artifact_refs/6/uri")).isEqualTo(output.path("manifest_uri"));
    }

    @Test
    void theChecksumIsThatOfTheRestOfTheManifest() {
        var manifest = (JObject)
                JacksonJson.fromNode(campaign.manifest(campaign.input()).get("manifest"));
        var rest = CanonicalJson.bytes(manifest.without("checksum"));
        assertThat(manifest.get("checksum"))
                .contains(Json.of(ContentHash.of(rest).hex()));
    }

    @ParameterizedTest
    @CsvSource({
        "intro_video_uri, intro_video",
        "game_bundle_uri, game_bundle",
        "outcome_video_win_uri, outcome_video_win"
    })
    void whatIsGoneIsNamedAndHoldsTheCampaignBack(String member, String role) {
        var input = campaign.input();
        input.remove("outcome_videos");
        var output = campaign.manifest(input.put(member, GONE));
        assertThat(output.at("/validation/missing_assets/0").stringValue()).isEqualTo(role);
        assertThat(output.at("/validation/all_assets_valid").booleanValue()).isFalse();
        assertThat(output.at("/deployment_ready").booleanValue()).isFalse();
        assertThat(output.has("player_uri")).isFalse();
    }

    @Test
    void withoutOutcomeFilmsACampaignIsReadyWithAWarning() {
        var output =
                campaign.manifest(campaign.input().without("outcome_videos").deepCopy());
        assertThat(output.at("/deployment_ready").booleanValue()).isTrue();
        assertThat(output.at("/validation/warnings")).hasSize(2);
        assertThat(output.has("player_uri")).isTrue();
    }

    @Test
    void aFilmOnTheWebIsListedUncheckedAndLeavesNothingToJoin() {
        var output = campaign.manifest(campaign.input().put("intro_video_uri", WEB));
        assertThat(output.at("/manifest/assets/1/status").stringValue()).isEqualTo("external");
        assertThat(output.at("/validation/warnings/0").stringValue()).contains("not checked");
        assertThat(output.at("/validation/warnings/1").stringValue()).contains("No player", "intro_video");
        assertThat(output.has("player_uri")).isFalse();
        assertThat(output.at("/deployment_ready").booleanValue()).isTrue();
    }

    @Test
    void theLongestWebAddressIsListedToo() {
        var longest = (WEB + "?" + "x".repeat(2048)).substring(0, 2048);
        assertThat(campaign.manifest(campaign.input().put("intro_video_uri", longest))
                        .at("/manifest/assets/1/uri")
                        .stringValue())
                .isEqualTo(longest);
    }

    @Test
    void aFilmAsGameIsRefused() {
        refused("/game_bundle_uri", input -> input.set("game_bundle_uri", input.get("intro_video_uri")));
    }

    @Test
    void anotherZipThanAGameIsRefused() {
        refused("/game_bundle_uri", input -> input.put("game_bundle_uri", zip("page.zip", "index.html")));
        refused("/game_bundle_uri", input -> input.put("game_bundle_uri", zip("manifest.zip", "manifest.json")));
    }

    @Test
    void aZipOfTenThousandFilesIsRefused() {
        var names = IntStream.range(0, 10_000).mapToObj(i -> "file-" + i).toArray(String[]::new);
        refused("/game_bundle_uri", input -> input.put("game_bundle_uri", zip("many.zip", names)));
    }

    @Test
    void aGameWithAFileAddedIsRefused() throws IOException {
        refused("/game_bundle_uri", input -> input.put("game_bundle_uri", altered(input, "js/extra.js")));
    }

    @Test
    void aGameWithAFileChangedIsRefused() throws IOException {
        refused("/game_bundle_uri", input -> input.put("game_bundle_uri", altered(input, "js/main.js")));
    }

    @Test
    void aGameOnTheWayOutOfItsFolderIsRefused() {
        refused("/game_bundle_uri", input -> input.put("game_bundle_uri", altered(input, "../evil.js")));
    }

    @Test
    void aTextAsOutcomeIsRefusedWhereItIsStated() {
        var text = context.put(new SampleMedia(folder).file("a.txt", "hello".getBytes(UTF_8)))
                .uri();
        refused("/outcome_videos/lose", input -> ((ObjectNode) input.get("outcome_videos")).put("lose", text));
        refused("/intro_image_uri", input -> input.put("intro_image_uri", text));
    }

    @Test
    void aButtonOutsideOfThePictureIsRefused() {
        refused("/button_bounds", input -> ((ObjectNode) input.get("button_bounds")).put("y", 1900));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"intro_video_uri\": \"NaN\"}",
                "{\"intro_video_uri\": \"\"}",
                "{\"intro_video_uri\": \"file:///etc/passwd\"}",
                "{\"button_bounds\": {\"x\": \"NaN\", \"y\": 0, \"width\": 1, \"height\": 1}}",
                "{\"button_bounds\": {\"x\": -1, \"y\": 0, \"width\": 1, \"height\": 1}}",
                "{\"button_bounds\": {\"x\": 1e400, \"y\": 0, \"width\": 1, \"height\": 1}}",
                "{\"intelligence\": {\"plan\": \"a text\"}}",
                "{\"extra\": 1}"
            })
    void anInputOutsideTheContractIsRefused(String change) {
        var input = campaign.input().setAll((ObjectNode) json(change));
        assertThat(MANIFEST.refusals(input)).isNotEmpty();
    }

    @Test
    void tenThousandRulesAreRefused() {
        var input = campaign.input();
        IntStream.range(0, 10_000).forEach(i -> input.withObject("rules").put("rule-" + i, i));
        assertThat(MANIFEST.refusals(input)).isNotEmpty();
    }

    private void refused(String pointer, Consumer<ObjectNode> change) {
        var input = campaign.input();
        change.accept(input);
        assertThat(MANIFEST.fail(input, context.next()))
                .isInstanceOfSatisfying(
                        SkillFailure.InvalidInput.class,
                        failure -> assertThat(failure.message()).startsWith(pointer + ":"));
    }

    private String zip(String name, String... entries) {
        var contents = new LinkedHashMap<String, byte[]>();
        for (var entry : entries) {
            contents.put(entry, "{}".getBytes(UTF_8));
        }
        return context.put(new SampleMedia(folder).zip(name, contents)).uri();
    }

    /** The game of an input with one file that is not as its manifest says. */
    private String altered(ObjectNode input, String path) {
        var contents = new LinkedHashMap<String, byte[]>();
        var game = context.published(input.path("game_bundle_uri").stringValue());
        try (var zip = new ZipFile(game.toFile())) {
            for (var name : SampleCampaign.names(zip)) {
                contents.put(name, SampleCampaign.content(zip, name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contents.put(path, "'use strict';".getBytes(UTF_8));
        return context.put(new SampleMedia(folder).zip("altered.zip", contents)).uri();
    }
}
