package dev.runengine.campaign.review;

import static dev.runengine.campaign.testing.ContractedSkill.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.CampaignPack;
import dev.runengine.campaign.game.SampleCampaign;
import dev.runengine.campaign.game.SampleGame;
import dev.runengine.campaign.testing.ContractedSkill;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What our own skills make is good by our own measure. */
class OwnAssetsTest {
    private static final String PALETTE =
            "'primary': '#1b3a6b', 'secondary': '#e8f1ff', 'accent': '#d94f4f', 'background': '#0d1b33'";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void prepare() {
        bench = new Bench(folder);
    }

    @Test
    void ourPictureHasALegibleButtonAndTheColoursOfTheCampaign() {
        var picture = made("generate_intro_image", """
                {'prompt': 'a snowy winter evening', 'cta_text': 'Play now', 'headline': 'Winter Spin',
                 'template_id': 'spin_wheel', 'palette': {%s}}""".formatted(PALETTE));
        var input = Bench.input("image", picture.path("image_uri").stringValue(), "general");
        input.set(
                "context",
                json("{'expects_button': true, 'palette': {%s}}"
                        .formatted(PALETTE)
                        .replace('\'', '"')));
        assertGood(bench.review(input).path("reviews").path(0));
    }

    @Test
    void ourFilmIsAlive() {
        var film = made("generate_outcome_video_win", """
                {'win_text': 'You won!', 'specs': {'width': 540, 'height': 960, 'fps': 20, 'duration_sec': 1.5}}""");
        assertGood(bench.review("video", film.path("video_uri").stringValue()));
    }

    @Test
    void ourMixIsAtItsLoudness() {
        var music = made("generate_bgm_track", "{'style': {'genre': 'pop'}, 'bpm': 120, 'duration_sec': 6}");
        var effects = made("generate_sfx_pack", """
                {'sfx_list': [{'name': 'tap', 'intent': 'click'}, {'name': 'won', 'intent': 'win'}]}""");
        var mix = made(
                "mix_audio_for_game", """
                {'bgm_uri': '%s', 'sfx_files': %s,
                 'loudness_targets': {'bgm_lufs': -14, 'sfx_lufs': -12, 'true_peak_dbfs': -1}}""".formatted(music.path("audio_uri").stringValue(), effects.path("sfx_files")));
        assertGood(bench.review("audio", mix.path("output_dir").stringValue()));
        assertGood(bench.review("audio", music.path("audio_uri").stringValue()));
    }

    @Test
    void ourModelIsLightCompressedOrNot() {
        var model =
                made("generate_3d_asset", "{'prompt': 'a trophy', 'style': {'theme': 'gold', 'category': 'prize'}}");
        for (var level : new String[] {"balanced", "aggressive"}) {
            var light = made(
                    "optimize_3d_asset", """
                    {'model_uri': '%s', 'constraints': {'optimization_level': '%s', 'geometry': {'max_triangles': 3000}}}""".formatted(model.path("model_uri").stringValue(), level));
            assertGood(
                    bench.review("model_3d", light.path("optimized_model_uri").stringValue()));
        }
    }

    @Test
    void ourBundleIsWhole() {
        var sample = new SampleGame(folder);
        var input = sample.withMedia(sample.bundleInput("quiz", 0.3), bench.context());
        var bundle = SampleGame.BUNDLE.succeed(input, bench.context());
        assertGood(bench.review("game_bundle", bundle.path("bundle_uri").stringValue()));
        assertGood(bench.review("manifest", bundle.path("manifest_uri").stringValue()));
    }

    @Test
    void aCampaignIsReviewedByItsManifestsList() {
        var campaign = new SampleCampaign(folder);
        var refs = campaign.manifest(campaign.input()).path("artifact_refs");
        var input = JsonNodeFactory.instance.objectNode().put("rubric_id", "general");
        input.set("artifact_refs", refs);
        var output = Bench.skill().succeed(input, campaign.context().next());
        assertThat(output.path("reviews")).hasSameSizeAs(refs);
        for (var review : output.path("reviews")) {
            if (!review.path("type").stringValue().equals("video")) {
                assertGood(review);
            }
        }
    }

    private JsonNode made(String skill, String input) {
        return ContractedSkill.of(new CampaignPack().skills(), skill)
                .succeed(json(input.replace('\'', '"')), bench.context());
    }

    private static void assertGood(JsonNode review) {
        assertThat(review.path("issues")).as("%s", review).isEmpty();
        assertThat(review.path("pass").booleanValue()).isTrue();
        assertThat(review.path("score").doubleValue()).as("%s", review).isGreaterThan(80);
    }
}
