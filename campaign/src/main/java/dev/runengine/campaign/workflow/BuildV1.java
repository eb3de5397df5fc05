package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.listOf;
import static dev.runengine.core.selector.Selectors.merge;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.selector.Selector;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import java.time.Duration;

/**
 * {@code campaign.build.v1}: a brief becomes a playable game in 13 steps, and six kinds of change rebuild parts of it.
 * What a change says stands before what the plan says.
 */
final class BuildV1 {
    private static final String PLAN = "campaign_plan_from_brief";
    private static final String PICTURE = "generate_intro_image";
    private static final String BUTTON = "segment_start_button";
    private static final String INTRO = "generate_intro_video_loop";
    private static final String WIN = "generate_outcome_video_win";
    private static final String LOSE = "generate_outcome_video_lose";
    private static final String MUSIC = "generate_bgm_track";
    private static final String EFFECTS = "generate_sfx_pack";
    private static final String MIX = "mix_audio_for_game";
    private static final String CONFIG = "game_config_from_template";
    private static final String MODEL = "generate_3d_asset";
    private static final String SMALL_MODEL = "optimize_3d_asset";
    private static final String BUNDLE = "bundle_game";

    private static final int MUSIC_SECONDS = 30;
    private static final int TRIANGLES = 3_000;
    private static final RetryPolicy RETRY = RetryPolicy.of(3, Duration.ofSeconds(3));
    private static final RetryPolicy RETRY_AUDIO = RetryPolicy.of(3, Duration.ofSeconds(5));

    static final WorkflowSpec SPEC = workflow("campaign.build.v1", "1.1.0")
            .description("A brief becomes a playable campaign: plan, picture, videos, music, effects, prize, game.")
            .triggerSchema(Schemas.ofTrigger("campaign.build.v1"))
            .cache(CachePolicy.GLOBAL)
            .retry(RETRY)
            .step(step(PLAN)
                    .description("Plans theme, colours, game, copy, music and prompts.")
                    .input(inputSelector(
                            field("brief", fromTrigger("brief")),
                            field("brand_assets", fromTrigger("brand_assets")),
                            field("constraints", fromTrigger("constraints")))))
            .step(step(PICTURE)
                    .description("Paints the picture the campaign opens with, start button included.")
                    .input(inputSelector(
                            field("prompt", plan("video_prompts[0].prompt")),
                            field("headline", firstOf(fromChange("intro.introText"), plan("copy.intro_headline"))),
                            field("subtext", plan("copy.intro_subtext")),
                            field("cta_text", plan("copy.cta_text")),
                            field("palette", merge(plan("color_scheme"), fromChange("intro.palette"))),
                            field("motifs", plan("motifs")),
                            field("template_id", plan("game_template.template_id")),
                            field(
                                    "style_refs",
                                    inputSelector(
                                            field("style", firstOf(fromChange("intro.style"), plan("theme"))),
                                            field("mood", plan("tone")))))))
            .step(step(BUTTON)
                    .description("Finds the start button in the picture.")
                    .input(inputSelector(
                            field("image_uri", fromStep(PICTURE, "data.image_uri")),
                            field("button_hint", plan("copy.cta_text")))))
            .step(step(INTRO)
                    .description("Sets the picture in motion, as a loop.")
                    .input(inputSelector(
                            field("image_uri", fromStep(PICTURE, "data.image_uri")),
                            field(
                                    "motion_prompt",
                                    firstOf(fromChange("intro.motion"), plan("video_prompts[0].style_notes"))))))
            .step(step(WIN)
                    .description("Renders the video a winner sees.")
                    .input(inputSelector(
                            field("win_text", firstOf(fromChange("outcome.winText"), plan("copy.win_message"))),
                            field("prompt", plan("video_prompts[1].prompt")),
                            field("theme", outcomeTheme()))))
            .step(step(LOSE)
                    .description("Renders the video everybody else sees.")
                    .input(inputSelector(
                            field("lose_text", firstOf(fromChange("outcome.loseText"), plan("copy.lose_message"))),
                            field("prompt", plan("video_prompts[2].prompt")),
                            field("theme", outcomeTheme()))))
            .step(step(MUSIC)
                    .description("Composes the background music, as a loop.")
                    .retry(RETRY_AUDIO)
                    .input(inputSelector(
                            field(
                                    "style",
                                    inputSelector(
                                            field(
                                                    "genre",
                                                    firstOf(fromChange("audio.audioStyle"), plan("audio_specs.genre"))),
                                            field("mood", plan("audio_specs.mood")))),
                            field("bpm", firstOf(fromChange("audio.bpm"), plan("audio_specs.bpm"))),
                            field("duration_sec", constant(MUSIC_SECONDS)),
                            field("loopable", constant(true)))))
            .step(step(EFFECTS)
                    .description("Makes the sound effects.")
                    .retry(RETRY_AUDIO)
                    .input(inputSelector(
                            field("sfx_list", plan("audio_specs.sfx_list")),
                            field("style", firstOf(fromChange("audio.audioStyle"), plan("audio_specs.genre"))))))
            .step(step(MIX)
                    .description("Brings music and effects to broadcast loudness.")
                    .retry(RETRY_AUDIO)
                    .input(inputSelector(
                            field("bgm_uri", fromStep(MUSIC, "data.audio_uri")),
                            field("sfx_files", fromStep(EFFECTS, "data.sfx_files")),
                            field(
                                    "loudness_targets",
                                    inputSelector(
                                            field("bgm_lufs", constant(-14)),
                                            field("sfx_lufs", constant(-12)),
                                            field("true_peak_dbfs", constant(-1)))),
                            field("volume_boost", fromChange("audio.volumeBoost")))))
            .step(step(CONFIG)
                    .description("Configures the game.")
                    .input(inputSelector(
                            field(
                                    "template_id",
                                    firstOf(fromChange("game_config.template_id"), plan("game_template.template_id"))),
                            field("theme", plan("theme")),
                            field("motifs", plan("motifs")),
                            field("color_scheme", plan("color_scheme")),
                            field("difficulty", merge(plan("difficulty"), fromChange("game_config.difficulty"))),
                            field("duration_sec", fromChange("game_config.duration_sec")),
                            field("copy", merge(plan("copy"), fromChange("game_config.copy"))))))
            .step(step(MODEL)
                    .description("Models the prize.")
                    .input(inputSelector(
                            field(
                                    "prompt",
                                    firstOf(fromChange("asset3d.prompt"), plan("required_assets[0].description"))),
                            field(
                                    "style",
                                    inputSelector(
                                            field("theme", firstOf(fromChange("asset3d.style"), plan("theme"))),
                                            field("category", constant("prize")),
                                            field("color_palette", plan("color_scheme")))))))
            .step(step(SMALL_MODEL)
                    .description("Makes the prize light enough for a phone.")
                    .input(inputSelector(
                            field("model_uri", fromStep(MODEL, "data.model_uri")),
                            field(
                                    "constraints",
                                    inputSelector(field(
                                            "geometry",
                                            inputSelector(field(
                                                    "max_triangles",
                                                    firstOf(
                                                            fromChange("asset3d.maxTriangles"),
                                                            constant(TRIANGLES))))))))))
            .step(step(BUNDLE)
                    .skill("bundle_game_template")
                    .description("Puts the game together.")
                    .input(inputSelector(
                            field("template_id", fromStep(CONFIG, "data.template_id")),
                            field("game_config", fromStep(CONFIG, "data")),
                            field("audio_uri", fromStep(MIX, "data.output_dir")),
                            field("button", fromStep(BUTTON, "data.bounds")),
                            field(
                                    "assets",
                                    listOf(
                                            asset(SMALL_MODEL, "optimized_model_uri", "model/gltf-binary", "model"),
                                            asset(INTRO, "video_uri", "video/webm", "intro_video"),
                                            asset(WIN, "video_uri", "video/webm", "win_video"),
                                            asset(LOSE, "video_uri", "video/webm", "lose_video"))))))
            .change(change("audio.update")
                    .seeds(MUSIC, EFFECTS, MIX)
                    .payload(payload("audio"))
                    .mergeAt("/changes/audio"))
            .change(change("intro.update")
                    .seeds(PICTURE, BUTTON, INTRO)
                    .payload(payload("intro"))
                    .mergeAt("/changes/intro"))
            .change(change("outcome.update")
                    .seeds(WIN, LOSE)
                    .payload(payload("outcome"))
                    .mergeAt("/changes/outcome"))
            .change(change("game_config.update")
                    .seeds(CONFIG)
                    .payload(payload("game_config"))
                    .mergeAt("/changes/game_config"))
            .change(change("asset3d.replace")
                    .seeds(MODEL, SMALL_MODEL)
                    .payload(payload("asset3d"))
                    .mergeAt("/changes/asset3d"))
            .change(change("full_rebuild")
                    .everyStep()
                    .force()
                    .payload(payload("all"))
                    .mergeAt("/changes"))
            .build();

    private BuildV1() {}

    private static Selector plan(String path) {
        return fromStep(PLAN, "data." + path);
    }

    private static Selector outcomeTheme() {
        return inputSelector(
                field("name", plan("theme")),
                field("mood", firstOf(fromChange("outcome.mood"), plan("tone"))),
                field("palette", plan("color_scheme")),
                field("motifs", plan("motifs")));
    }

    private static Selector asset(String step, String member, String type, String slot) {
        return inputSelector(
                field("uri", fromStep(step, "data." + member)),
                field("type", constant(type)),
                field("slot", constant(slot)));
    }

    private static JObject payload(String change) {
        return Schemas.ofChange(change);
    }
}
