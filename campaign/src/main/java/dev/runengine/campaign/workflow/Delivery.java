package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.listOf;
import static dev.runengine.core.selector.Selectors.optional;
import static dev.runengine.core.workflow.Workflows.step;

import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.StepBuilder;
import java.util.ArrayList;
import java.util.List;

/** The steps at the end: they join the parts and judge them, every time anew and once. */
final class Delivery {
    private final Sources from;

    Delivery(Sources from) {
        this.from = from;
    }

    /** @param about what the manifest says beside the parts: id, name, rules and so on */
    StepBuilder manifest(Field... about) {
        var input = new ArrayList<>(List.of(about));
        input.addAll(List.of(
                field("intro_image_uri", from.part("intro_image", "data.image_uri")),
                field("intro_video_uri", from.part("intro_video", "data.video_uri")),
                field("button_bounds", from.part("intro_button_segmentation", "data.bounds")),
                field("game_bundle_uri", from.part("bundle_game", "data.bundle_uri")),
                field("audio_uri", from.part("audio_mix", "data.output_dir")),
                field("outcome_video_win_uri", from.part("outcome_win", "data.video_uri")),
                field("outcome_video_lose_uri", from.part("outcome_lose", "data.video_uri")),
                field(
                        "intelligence",
                        inputSelector(
                                field("plan", from.part("intel_plan", "data")),
                                field("theme_brief", from.part("intel_theme_brief", "data")),
                                field("theme_image", from.part("intel_theme_image", "data")),
                                field("copy", from.part("intel_copy", "data"))))));
        return judging("manifest", "assemble_campaign_manifest")
                .description("Lists the parts of the campaign, with their digests, and joins them on one page.")
                .input(inputSelector(input.toArray(Field[]::new)));
    }

    /** What the manifest of the base run says about the campaign; an update may give it another name. */
    static Field[] sameCampaign() {
        return new Field[] {
            field("campaign_id", fromBaseRun("manifest", "data.manifest.campaign_id")),
            field(
                    "campaign_name",
                    firstOf(fromTrigger("campaign_name"), fromBaseRun("manifest", "data.manifest.campaign_name"))),
            field("rules", optional(fromBaseRun("manifest", "data.manifest.rules"))),
            field("analytics", optional(fromBaseRun("manifest", "data.manifest.analytics"))),
            field("branding", optional(fromBaseRun("manifest", "data.manifest.branding")))
        };
    }

    StepBuilder validation() {
        return judging("qa_bundle", "validate_game_bundle")
                .description("Opens the game and plays it.")
                .input(inputSelector(
                        field("bundle_uri", fromStep("bundle_game", "data.bundle_uri")),
                        field(
                                "checks",
                                listOf(
                                        constant("structure"),
                                        constant("manifest"),
                                        constant("assets"),
                                        constant("config"),
                                        constant("play")))));
    }

    StepBuilder review() {
        return judging("review_smoke", "review_asset_quality")
                .description("Measures the parts.")
                .input(inputSelector(
                        field("artifact_refs", fromStep("manifest", "data.artifact_refs")),
                        field("rubric_id", constant("general")),
                        field(
                                "context",
                                inputSelector(
                                        field(
                                                "palette",
                                                optional(from.part("intro_image", "data.generation_params.palette"))),
                                        field("expects_button", constant(true))))));
    }

    private static StepBuilder judging(String id, String skill) {
        return step(id).skill(skill).cache(CachePolicy.OFF).retry(RetryPolicy.NONE);
    }
}
