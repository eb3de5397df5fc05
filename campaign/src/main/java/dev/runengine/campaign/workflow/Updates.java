package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.merge;
import static dev.runengine.core.workflow.Workflows.workflow;

import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.WorkflowSpec;
import java.util.List;
import java.util.Set;

/**
 * The workflows that make one part of a finished campaign anew and give a whole campaign again: the other parts, and what
 * earlier updates changed, come from the base run.
 */
final class Updates {
    private static final String AUDIO = "campaign.update_audio";
    private static final String INTRO = "campaign.update_intro";
    private static final String OUTCOME = "campaign.update_outcome";
    private static final String GAME_CONFIG = "campaign.update_game_config";
    private static final String PRIZE = "campaign.replace_3d_asset";

    static final List<WorkflowSpec> ALL = List.of(audio(), intro(), outcome(), gameConfig(), prize());

    private Updates() {}

    private static WorkflowSpec audio() {
        var from = new Sources.Updating(Set.of("bgm", "sfx", "audio_mix", "bundle_game", "manifest", "qa_bundle"));
        var parts = new Parts(from);
        var delivery = new Delivery(from);
        return update(AUDIO, "Other music and effects for a finished campaign.")
                .step(parts.music())
                .step(parts.effects())
                .step(parts.mix())
                .step(parts.bundle(Parts.prizeOf(fromBaseRun("optimize_3d_asset", "data.optimized_model_uri"))))
                .step(delivery.manifest(Delivery.sameCampaign()))
                .step(delivery.validation())
                .build();
    }

    private static WorkflowSpec intro() {
        var from = new Sources.Updating(
                Set.of("intro_image", "intro_button_segmentation", "intro_video", "manifest", "review_smoke"));
        var parts = new Parts(from);
        var delivery = new Delivery(from);
        return update(INTRO, "Another opening for a finished campaign.")
                .step(parts.introImage(fromBaseRun("intro_image", "data.generation_params.brand_assets")))
                .step(parts.button())
                .step(parts.introVideo())
                .step(delivery.manifest(Delivery.sameCampaign()))
                .step(delivery.review())
                .build();
    }

    private static WorkflowSpec outcome() {
        var from = new Sources.Updating(Set.of("outcome_win", "outcome_lose", "manifest", "review_smoke"));
        var parts = new Parts(from);
        var delivery = new Delivery(from);
        return update(OUTCOME, "Other endings for a finished campaign.")
                .step(parts.outcomeWin())
                .step(parts.outcomeLose())
                .step(delivery.manifest(Delivery.sameCampaign()))
                .step(delivery.review())
                .build();
    }

    private static WorkflowSpec gameConfig() {
        var from = new Sources.Updating(Set.of("game_config", "bundle_game", "manifest", "qa_bundle"));
        var parts = new Parts(from);
        var delivery = new Delivery(from);
        return update(GAME_CONFIG, "Another game, difficulty or wording for a finished campaign.")
                .step(parts.gameConfig(
                        merge(from.plan("difficulty"), Parts.configuredDifficulty()), parts.configuredCopy()))
                .step(parts.bundle(Parts.prizeOf(fromBaseRun("optimize_3d_asset", "data.optimized_model_uri"))))
                .step(delivery.manifest(Delivery.sameCampaign()))
                .step(delivery.validation())
                .build();
    }

    private static WorkflowSpec prize() {
        var from = new Sources.Updating(
                Set.of("generate_3d_asset", "optimize_3d_asset", "bundle_game", "manifest", "qa_bundle"));
        var parts = new Parts(from);
        var delivery = new Delivery(from);
        return update(PRIZE, "Another prize in 3D for a finished campaign.")
                .step(parts.prize())
                .step(parts.lightPrize())
                .step(parts.bundle(Parts.prizeOf(fromStep("optimize_3d_asset", "data.optimized_model_uri"))))
                .step(delivery.manifest(Delivery.sameCampaign()))
                .step(delivery.validation())
                .build();
    }

    private static WorkflowBuilder update(String name, String description) {
        return workflow(name, "1.0.0")
                .description(description)
                .triggerSchema(Schemas.ofTrigger(name))
                .updates(Build.NAME, AUDIO, INTRO, OUTCOME, GAME_CONFIG, PRIZE)
                .sameInBase("campaign_id", "manifest", "data.manifest.campaign_id")
                .cache(CachePolicy.RUN_ONLY)
                .retry(Parts.RETRY);
    }
}
