package dev.runengine.campaign.game;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.skills.json.JacksonJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CampaignManifestTest {
    private static final ContractedSkill SKILL = ContractedSkill.of(GameSkills.all(), "assemble_campaign_manifest");
    private static final String GONE = "artifact:sha256:" + "0".repeat(64);

    @TempDir
    private Path folder;

    private LocalSkillContext context;
    private String game;
    private String film;

    @BeforeEach
    void prepare() {
        context = new LocalSkillContext(folder);
        var media = new SampleMedia(folder);
        game = context.put(media.zip("game.zip", Map.of("index.html", "x".getBytes(UTF_8))))
                .uri();
        film = context.put(media.file("clip.webm", SampleMedia.clip())).uri();
    }

    @Test
    void aCompleteCampaignIsReady() throws Exception {
        var output = SKILL.succeed(complete(), context);
        assertThat(output.at("/deployment_ready").booleanValue()).isTrue();
        assertThat(output.at("/validation/warnings")).isEmpty();
        assertThat(output.at("/manifest/assets"))
                .hasSize(4)
                .allMatch(a -> a.path("status").asString().equals("valid"));
        var published = context.published(output.at("/manifest_uri").stringValue());
        assertThat(JacksonJson.fromNode(json(Files.readString(published))))
                .isEqualTo(JacksonJson.fromNode(output.get("manifest")));
    }

    @Test
    void theChecksumIsThatOfTheRestOfTheManifest() {
        var manifest = (JObject)
                JacksonJson.fromNode(SKILL.succeed(complete(), context).get("manifest"));
        var rest = CanonicalJson.bytes(manifest.without("checksum"));
        assertThat(manifest.get("checksum"))
                .contains(Json.of(ContentHash.of(rest).hex()));
    }

    @Test
    void theSameInputGivesTheSameManifest() {
        assertThat(SKILL.succeed(complete(), context)).isEqualTo(SKILL.succeed(complete(), context));
    }

    @Test
    void whatIsGoneIsNamedAndHoldsTheCampaignBack() {
        var output = SKILL.succeed(complete().put("intro_video_uri", GONE), context);
        assertThat(output.at("/validation/missing_assets/0").stringValue()).isEqualTo("intro_video");
        assertThat(output.at("/validation/all_assets_valid").booleanValue()).isFalse();
        assertThat(output.at("/deployment_ready").booleanValue()).isFalse();
    }

    @Test
    void withoutOutcomeFilmsACampaignIsReadyWithAWarning() {
        var output = SKILL.succeed(complete().without("outcome_videos").deepCopy(), context);
        assertThat(output.at("/deployment_ready").booleanValue()).isTrue();
        assertThat(output.at("/validation/warnings")).hasSize(2);
    }

    @Test
    void aFilmOnTheWebIsListedUnchecked() {
        var output = SKILL.succeed(complete().put("intro_video_uri", "https://example.org/intro.mp4"), context);
        assertThat(output.at("/manifest/assets/1/status").stringValue()).isEqualTo("external");
        assertThat(output.at("/validation/warnings/0").stringValue()).contains("not checked");
    }

    @Test
    void aFilmAsGameIsRefused() {
        assertThat(SKILL.fail(complete().put("game_bundle_uri", film), context))
                .isInstanceOfSatisfying(
                        SkillFailure.InvalidInput.class,
                        failure -> assertThat(failure.message()).startsWith("/game_bundle_uri:"));
    }

    private ObjectNode complete() {
        var input = JsonNodeFactory.instance.objectNode();
        input.put("campaign_id", "c-1")
                .put("campaign_name", "Launch")
                .put("game_bundle_uri", game)
                .put("intro_video_uri", film);
        input.putObject("outcome_videos").put("win", film).put("lose", film);
        input.putObject("button_bounds").put("x", 1).put("y", 2).put("width", 3).put("height", 4);
        input.putObject("rules").put("max_plays", 3);
        return input;
    }
}
