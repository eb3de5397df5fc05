package dev.runengine.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.RunEngineClient;
import dev.runengine.client.RunFilter;
import dev.runengine.client.wire.ArtifactView;
import dev.runengine.client.wire.StepView;
import dev.runengine.client.wire.TriggerBody;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second style of update, on a real server: every update workflow on a finished {@code campaign.build}, and another
 * on the result of each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateWorkflowsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Playing the games is what other tests do. */
    private static final Map<String, String> NO_BROWSER = Map.of("RUN_ENGINE_CHROMIUM", "none");

    private static final String BRIEF = """
            {"campaign_id": "autumn", "campaign_name": "Autumn", "brief": {
              "title": "Spin and win", "style": "cosy", "game": "spin the wheel", "win_message": "A cup is yours!"}}
            """;

    private static final Update MUSIC = new Update(
            "campaign.update_audio",
            "{\"audio_overrides\": {\"genre\": \"epic\"}}",
            Set.of("bgm", "sfx", "audio_mix", "bundle_game", "manifest", "qa_bundle"),
            Set.of("game_bundle", "audio", "player"));
    private static final Update INTRO = new Update(
            "campaign.update_intro",
            "{\"intro_overrides\": {\"headline\": \"Round two\"}}",
            Set.of("intro_image", "intro_button_segmentation", "intro_video", "manifest", "review_smoke"),
            Set.of("intro_image", "intro_video", "player"));
    private static final Update OUTCOME = new Update(
            "campaign.update_outcome",
            "{\"outcome_overrides\": {\"win_message\": \"A cake is yours!\", \"lose_message\": \"No cake.\"}}",
            Set.of("outcome_win", "outcome_lose", "manifest", "review_smoke"),
            Set.of("outcome_video_win", "outcome_video_lose", "player"));
    private static final Update GAME = new Update(
            "campaign.update_game_config",
            "{\"game_overrides\": {\"difficulty\": {\"level\": \"hard\", \"win_probability\": 0.1}}}",
            Set.of("game_config", "bundle_game", "manifest", "qa_bundle"),
            Set.of("game_bundle", "player"));
    private static final Update PRIZE = new Update(
            "campaign.replace_3d_asset",
            "{\"asset_constraints\": {\"prompt\": \"a silver trophy\"}}",
            Set.of("generate_3d_asset", "optimize_3d_asset", "bundle_game", "manifest", "qa_bundle"),
            Set.of("game_bundle", "player"));

    /** @param parts the roles in the manifest that it makes anew */
    private record Update(String workflow, String overrides, Set<String> steps, Set<String> parts) {}

    @TempDir
    private static Path folder;

    private ServerProcess server;
    private RunEngineClient client;
    private UUID base;

    @BeforeAll
    void build() throws Exception {
        server = ServerProcess.start(folder.resolve("home"), NO_BROWSER);
        client = server.client();
        base = client.trigger(TriggerBody.of("campaign.build", JSON.readTree(BRIEF)))
                .runId();
        server.awaitCompletion(base);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theBuildHasEighteenStepsAndACampaignThatCanBeDeployed() {
        assertThat(steps(base)).hasSize(18).allMatch(step -> step.status().equals("completed"));
        assertThat(manifestStep(base).path("deployment_ready").asBoolean()).isTrue();
    }

    @Test
    void aCleanBuildElsewhereGivesTheSameFilesAndAnotherBriefOthers() throws Exception {
        try (var elsewhere = ServerProcess.start(folder.resolve("elsewhere"), NO_BROWSER)) {
            var same = elsewhere
                    .client()
                    .trigger(TriggerBody.of("campaign.build", JSON.readTree(BRIEF)))
                    .runId();
            elsewhere.awaitCompletion(same);
            assertThat(files(elsewhere.client(), same)).isEqualTo(files(client, base));

            var other = elsewhere
                    .client()
                    .trigger(TriggerBody.of("campaign.build", JSON.readTree(BRIEF.replace("cosy", "neon"))))
                    .runId();
            elsewhere.awaitCompletion(other);
            var others = files(elsewhere.client(), other);
            for (var made : List.of("intro_image/intro.png", "intro_video/intro.webm", "outcome_win/win.webm")) {
                assertThat(others.get(made))
                        .as(made)
                        .isNotNull()
                        .isNotEqualTo(files(client, base).get(made));
            }
        }
    }

    /** Step and name to digest. */
    private static Map<String, String> files(RunEngineClient client, UUID run) {
        return client.artifacts(run).artifacts().stream()
                .collect(Collectors.toMap(
                        file -> file.stepId().orElseThrow() + "/" + file.filename(), ArtifactView::contentHash));
    }

    @Test
    void otherMusicAndThenAHarderGame() throws Exception {
        updatedTwice(MUSIC, GAME);
    }

    @Test
    void anotherIntroAndThenAHarderGame() throws Exception {
        updatedTwice(INTRO, GAME);
    }

    @Test
    void otherOutcomesAndThenAnotherPrize() throws Exception {
        updatedTwice(OUTCOME, PRIZE);
    }

    @Test
    void aHarderGameAndThenAnotherPrize() throws Exception {
        var configured = updatedTwice(GAME, PRIZE);
        assertThat(stepOutput(configured, "game_config")
                        .path("settings")
                        .path("win_probability")
                        .asDouble())
                .isEqualTo(0.1);
    }

    @Test
    void anotherPrizeStaysInTheGameThatIsConfiguredAnew() throws Exception {
        var prize = updatedTwice(PRIZE, GAME);
        var again = trigger(GAME, prize);
        assertThat(stepOutput(again, "bundle_game")
                        .path("manifest")
                        .path("files")
                        .findValuesAsString("media_type"))
                .contains("model/gltf-binary");
    }

    /** @return the first update's run */
    private UUID updatedTwice(Update first, Update second) throws Exception {
        var once = trigger(first, base);
        assertMadeAnew(first, once, manifest(base));
        var twice = trigger(second, once);
        assertMadeAnew(second, twice, manifest(once));
        return once;
    }

    private UUID trigger(Update update, UUID baseRun) throws Exception {
        var payload = JSON.readTree(update.overrides()).asObject().put("base_run_id", baseRun.toString());
        var run = client.trigger(TriggerBody.of(update.workflow(), payload)).runId();
        server.awaitCompletion(run);
        return run;
    }

    /** Exactly its own steps ran; its own parts are new, all others those of before, and every one of them exists. */
    private void assertMadeAnew(Update update, UUID run, Map<String, String> before) {
        assertThat(steps(run))
                .allMatch(step -> step.status().equals("completed") && step.attempt() == 1)
                .extracting(StepView::stepId)
                .containsExactlyInAnyOrderElementsOf(update.steps());
        var after = manifest(run);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((role, uri) -> {
            if (update.parts().contains(role)) {
                assertThat(uri).as(role + " is new").isNotEqualTo(before.get(role));
            } else {
                assertThat(uri).as(role + " is as before").isEqualTo(before.get(role));
            }
        });
        assertThat(manifestStep(run).path("validation").path("all_assets_valid").asBoolean())
                .isTrue();
        assertThat(storedFiles()).containsAll(after.values());
        assertThat(manifestStep(run).path("manifest").path("campaign_id").asString())
                .isEqualTo("autumn");
    }

    /** Role to address. */
    private Map<String, String> manifest(UUID run) {
        return manifestStep(run)
                .path("manifest")
                .path("assets")
                .valueStream()
                .collect(Collectors.toMap(
                        asset -> asset.path("role").asString(),
                        asset -> asset.path("uri").asString()));
    }

    private JsonNode manifestStep(UUID run) {
        return stepOutput(run, "manifest");
    }

    private JsonNode stepOutput(UUID run, String step) {
        return client.step(run, step).output().orElseThrow();
    }

    private List<StepView> steps(UUID run) {
        return client.steps(run).steps();
    }

    private Set<String> storedFiles() {
        var files = new HashSet<String>();
        for (var run : client.runs(RunFilter.ALL).runs()) {
            client.artifacts(run.id()).artifacts().stream()
                    .map(ArtifactView::contentHash)
                    .forEach(hash -> files.add("artifact:sha256:" + hash));
        }
        return files;
    }
}
