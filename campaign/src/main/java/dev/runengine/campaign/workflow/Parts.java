package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.listOf;
import static dev.runengine.core.selector.Selectors.merge;
import static dev.runengine.core.selector.Selectors.optional;
import static dev.runengine.core.workflow.Workflows.step;

import dev.runengine.core.selector.Selector;
import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.StepBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The steps that make a part of a campaign, the same in {@code campaign.build} and in the updates of it. */
final class Parts {
    static final RetryPolicy RETRY = RetryPolicy.of(2, Duration.ofSeconds(1));
    static final RetryPolicy RETRY_FILES = RetryPolicy.of(2, Duration.ofSeconds(2));
    static final RetryPolicy RETRY_VIDEO = RetryPolicy.of(2, Duration.ofSeconds(3));

    private static final int MUSIC_SECONDS = 30;
    private static final int TRIANGLES = 3_000;

    private final Sources from;

    Parts(Sources from) {
        this.from = from;
    }

    StepBuilder introImage(Selector brandAssets) {
        return step("intro_image")
                .skill("generate_intro_image")
                .description("Paints the picture the campaign opens with, start button included.")
                .retry(RETRY_FILES)
                .input(inputSelector(
                        field("prompt", from.wished(Wish.PICTURE_PROMPT, from.plan("video_prompts[0].prompt"))),
                        field("headline", from.wished(Wish.HEADLINE, from.plan("copy.intro_headline"))),
                        field("subtext", from.plan("copy.intro_subtext")),
                        field("cta_text", from.plan("copy.cta_text")),
                        field("palette", from.merged(Wish.PICTURE_PALETTE, from.plan("color_scheme"))),
                        field("motifs", from.plan("motifs")),
                        field("template_id", from.plan("game_template.template_id")),
                        field("brand_assets", brandAssets),
                        field(
                                "style_refs",
                                inputSelector(
                                        field("style", from.wished(Wish.PICTURE_STYLE, from.plan("theme"))),
                                        field("mood", from.wished(Wish.PICTURE_MOOD, from.plan("tone")))))));
    }

    StepBuilder button() {
        return step("intro_button_segmentation")
                .skill("segment_start_button")
                .description("Finds the start button in the picture.")
                .input(inputSelector(
                        field("image_uri", fromStep("intro_image", "data.image_uri")),
                        field("button_hint", from.plan("copy.cta_text"))));
    }

    StepBuilder introVideo() {
        return step("intro_video")
                .skill("generate_intro_video_loop")
                .description("Sets the picture in motion, as a loop.")
                .retry(RETRY_VIDEO)
                .input(inputSelector(
                        field("image_uri", fromStep("intro_image", "data.image_uri")),
                        field("motion_prompt", from.wished(Wish.MOTION, from.plan("video_prompts[0].style_notes")))));
    }

    StepBuilder outcomeWin() {
        return outcome("outcome_win", "generate_outcome_video_win", "Renders the video a winner sees.")
                .input(inputSelector(
                        field("win_text", from.wished(Wish.WIN_TEXT, from.plan("copy.win_message"))),
                        field("prompt", from.wished(Wish.WIN_PROMPT, from.plan("video_prompts[1].prompt"))),
                        field("theme", outcomeTheme())));
    }

    StepBuilder outcomeLose() {
        return outcome("outcome_lose", "generate_outcome_video_lose", "Renders the video everybody else sees.")
                .input(inputSelector(
                        field("lose_text", from.wished(Wish.LOSE_TEXT, from.plan("copy.lose_message"))),
                        field("prompt", from.wished(Wish.LOSE_PROMPT, from.plan("video_prompts[2].prompt"))),
                        field("theme", outcomeTheme())));
    }

    private static StepBuilder outcome(String id, String skill, String description) {
        return step(id).skill(skill).description(description).retry(RETRY_VIDEO);
    }

    private Selector outcomeTheme() {
        return inputSelector(
                field("name", from.plan("theme")),
                field("mood", from.wished(Wish.OUTCOME_MOOD, from.plan("tone"))),
                field("palette", from.plan("color_scheme")),
                field("motifs", from.plan("motifs")));
    }

    StepBuilder music() {
        return step("bgm")
                .skill("generate_bgm_track")
                .description("Composes the background music, as a loop.")
                .retry(RETRY_FILES)
                .input(inputSelector(
                        field(
                                "style",
                                inputSelector(
                                        field("genre", from.wished(Wish.GENRE, from.plan("audio_specs.genre"))),
                                        field("mood", from.wished(Wish.MUSIC_MOOD, from.plan("audio_specs.mood"))))),
                        field("bpm", from.wished(Wish.TEMPO, from.plan("audio_specs.bpm"))),
                        field("duration_sec", constant(MUSIC_SECONDS)),
                        field("loopable", constant(true))));
    }

    StepBuilder effects() {
        return step("sfx")
                .skill("generate_sfx_pack")
                .description("Makes the sound effects.")
                .retry(RETRY_FILES)
                .input(inputSelector(
                        field("sfx_list", from.wished(Wish.EFFECTS, from.plan("audio_specs.sfx_list"))),
                        field("style", from.wished(Wish.GENRE, from.plan("audio_specs.genre")))));
    }

    StepBuilder mix() {
        return step("audio_mix")
                .skill("mix_audio_for_game")
                .description("Brings music and effects to broadcast loudness.")
                .retry(RETRY_FILES)
                .input(inputSelector(
                        field("bgm_uri", fromStep("bgm", "data.audio_uri")),
                        field("sfx_files", fromStep("sfx", "data.sfx_files")),
                        field(
                                "loudness_targets",
                                inputSelector(
                                        field("bgm_lufs", constant(-14)),
                                        field("sfx_lufs", constant(-12)),
                                        field("true_peak_dbfs", constant(-1)))),
                        field("volume_boost", optional(from.wished(Wish.VOLUME_BOOST)))));
    }

    /** @param difficulty and copy as they are before anybody wished anything */
    StepBuilder gameConfig(Selector difficulty, Selector copy) {
        return step("game_config")
                .skill("game_config_from_template")
                .description("Configures the game.")
                .input(inputSelector(
                        field("template_id", from.wished(Wish.GAME, from.plan("game_template.template_id"))),
                        field("theme", from.plan("theme")),
                        field("motifs", from.plan("motifs")),
                        field("color_scheme", from.plan("color_scheme")),
                        field("difficulty", from.merged(Wish.DIFFICULTY, difficulty)),
                        field("duration_sec", optional(from.wished(Wish.GAME_SECONDS))),
                        field("copy", from.merged(Wish.GAME_COPY, copy))));
    }

    /** The settings of the base run's game, where an earlier update may have changed what the plan says. */
    static Selector configuredDifficulty() {
        return inputSelector(
                field("level", fromBaseRun("game_config", "data.settings.level")),
                field("win_probability", fromBaseRun("game_config", "data.settings.win_probability")));
    }

    /** The texts of the base run's game that are the same in every game; the others belong to its template. */
    Selector configuredCopy() {
        var texts = new ArrayList<Field>();
        for (var text : List.of("intro_headline", "intro_subtext", "win_message", "lose_message", "cta_text")) {
            texts.add(field(text, fromBaseRun("game_config", "data.copy." + text)));
        }
        return merge(from.plan("copy"), inputSelector(texts.toArray(Field[]::new)));
    }

    StepBuilder prize() {
        return step("generate_3d_asset")
                .description("Models the prize.")
                .retry(RETRY_FILES)
                .input(inputSelector(
                        field("prompt", from.wished(Wish.PRIZE, from.plan("required_assets[0].description"))),
                        field(
                                "style",
                                inputSelector(
                                        field("theme", from.wished(Wish.PRIZE_THEME, from.plan("theme"))),
                                        field("category", constant("prize")),
                                        field("color_palette", from.plan("color_scheme"))))));
    }

    StepBuilder lightPrize() {
        return step("optimize_3d_asset")
                .description("Makes the prize light enough for a phone.")
                .retry(RETRY_FILES)
                .input(inputSelector(
                        field("model_uri", fromStep("generate_3d_asset", "data.model_uri")),
                        field(
                                "constraints",
                                inputSelector(field(
                                        "geometry",
                                        inputSelector(field(
                                                "max_triangles",
                                                from.wished(Wish.TRIANGLES, constant(TRIANGLES)))))))));
    }

    /** @param prize a 3D model; what is absent gives a game without one */
    StepBuilder bundle(Field... prize) {
        var input = new ArrayList<Field>(List.of(
                field("template_id", from.part("game_config", "data.template_id")),
                field("game_config", from.part("game_config", "data")),
                field("audio_uri", from.part("audio_mix", "data.output_dir"))));
        input.addAll(List.of(prize));
        return step("bundle_game")
                .skill("bundle_game_template")
                .description("Puts the game together: configuration and sound.")
                .retry(RETRY_FILES)
                .input(inputSelector(input.toArray(Field[]::new)));
    }

    static Field prizeOf(Selector modelUri) {
        return field(
                "assets",
                listOf(optional(inputSelector(
                        field("uri", modelUri),
                        field("type", constant("model/gltf-binary")),
                        field("slot", constant("model"))))));
    }
}
