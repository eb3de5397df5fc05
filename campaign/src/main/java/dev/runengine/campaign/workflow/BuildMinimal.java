package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;

import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import java.time.Duration;

/** {@code campaign.build.minimal}: configuration and music become a game, without a plan; videos come from elsewhere. */
final class BuildMinimal {
    private static final int MUSIC_SECONDS = 30;

    static final WorkflowSpec SPEC = workflow("campaign.build.minimal", "1.1.0")
            .description("A configured game with music, for campaigns whose videos exist already.")
            .triggerSchema(Schemas.ofTrigger("campaign.build.minimal"))
            .cache(CachePolicy.RUN_ONLY)
            .retry(RetryPolicy.of(2, Duration.ofSeconds(1)))
            .step(step("game_config")
                    .skill("game_config_from_template")
                    .description("Configures the game.")
                    .cache(CachePolicy.GLOBAL)
                    .input(inputSelector(
                            field("template_id", fromTrigger("template_id")),
                            field("theme", fromTrigger("theme")),
                            field("difficulty", fromTrigger("difficulty")),
                            field("color_scheme", fromTrigger("color_scheme")),
                            field("copy", fromTrigger("copy")))))
            .step(step("bgm")
                    .skill("generate_bgm_track")
                    .description("Composes the background music, as a loop.")
                    .cache(CachePolicy.GLOBAL)
                    .input(inputSelector(
                            field("style", inputSelector(field("genre", fromTrigger("audio.style")))),
                            field("duration_sec", firstOf(fromTrigger("audio.duration_sec"), constant(MUSIC_SECONDS))),
                            field("custom_prompt", fromTrigger("audio.prompt")),
                            field("loopable", constant(true)))))
            .step(step("bundle_game")
                    .skill("bundle_game_template")
                    .description("Puts the game together.")
                    .input(inputSelector(
                            field("template_id", fromStep("game_config", "data.template_id")),
                            field("game_config", fromStep("game_config", "data")),
                            field("audio_uri", fromStep("bgm", "data.audio_uri")))))
            .step(step("manifest")
                    .skill("assemble_campaign_manifest")
                    .description("Lists the parts of the campaign, with their digests.")
                    .cache(CachePolicy.OFF)
                    .retry(RetryPolicy.NONE)
                    .input(inputSelector(
                            field("campaign_id", fromTrigger("campaign_id")),
                            field("campaign_name", firstOf(fromTrigger("campaign_name"), fromTrigger("campaign_id"))),
                            field("intro_video_uri", fromTrigger("intro_video_uri")),
                            field("game_bundle_uri", fromStep("bundle_game", "data.bundle_uri")),
                            field("outcome_videos", fromTrigger("outcome_videos")))))
            .build();

    private BuildMinimal() {}
}
