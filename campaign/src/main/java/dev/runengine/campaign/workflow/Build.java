package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.listOf;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;

import dev.runengine.core.selector.Selector;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.ChangeTypeBuilder;
import dev.runengine.core.workflow.StepBuilder;
import dev.runengine.core.workflow.WorkflowSpec;

/**
 * {@code campaign.build}: a brief becomes a campaign in 18 steps, with advice from the intelligence skills, a game that is
 * played to its end and a review of every part.
 */
final class Build {
    static final String NAME = "campaign.build";

    private static final Sources FROM = new Sources.Building();
    private static final Parts PARTS = new Parts(FROM);
    private static final Delivery DELIVERY = new Delivery(FROM);
    private static final Selector BRIEF = fromTrigger("brief");
    private static final Selector CONSTRAINTS = fromTrigger("constraints");
    private static final Selector CAMPAIGN_ID = firstOf(fromTrigger("campaign_id"), fromTrigger("campaignId"));

    static final WorkflowSpec SPEC = workflow(NAME, "1.0.0")
            .description("A brief becomes a campaign: advice, picture, videos, sound, game, one page that joins them,"
                    + " and a verdict on all of it.")
            .triggerSchema(Schemas.ofTrigger(NAME))
            .cache(CachePolicy.RUN_ONLY)
            .retry(Parts.RETRY)
            .step(step("plan")
                    .skill("campaign_plan_from_brief")
                    .description("Plans theme, colours, game, copy, music and prompts.")
                    .input(inputSelector(
                            field("brief", BRIEF),
                            field("brand_assets", fromTrigger("brand_assets")),
                            field("constraints", CONSTRAINTS))))
            .step(step("intel_plan")
                    .skill("intelligence_plan")
                    .description("Advises on game, prizes and risks.")
                    .input(inputSelector(field("brief", BRIEF), field("constraints", CONSTRAINTS))))
            .step(step("intel_theme_brief")
                    .skill("extract_theme_from_brief")
                    .description("Reads colours and mood out of the brief.")
                    .input(inputSelector(field("brief", BRIEF))))
            .step(copy())
            .step(PARTS.introImage(fromTrigger("brand_assets")))
            .step(step("intel_theme_image")
                    .skill("extract_theme_from_image")
                    .description("Reads colours and mood out of the picture.")
                    .input(inputSelector(field("image_uri", fromStep("intro_image", "data.image_uri")))))
            .step(PARTS.button())
            .step(PARTS.introVideo())
            .step(PARTS.music())
            .step(PARTS.effects())
            .step(PARTS.mix())
            .step(PARTS.gameConfig(FROM.plan("difficulty"), FROM.plan("copy")))
            .step(PARTS.bundle())
            .step(PARTS.outcomeWin())
            .step(PARTS.outcomeLose())
            .step(DELIVERY.manifest(
                    field("campaign_id", CAMPAIGN_ID),
                    field("campaign_name", firstOf(fromTrigger("campaign_name"), FROM.plan("copy.intro_headline"))),
                    field("rules", fromTrigger("rules")),
                    field("analytics", fromTrigger("analytics")),
                    field("branding", fromTrigger("branding"))))
            .step(DELIVERY.validation())
            .step(DELIVERY.review())
            .change(mapped("audio").seeds("bgm", "sfx", "audio_mix"))
            .change(mapped("intro").seeds("intro_image", "intro_button_segmentation", "intro_video"))
            .change(mapped("outcome").seeds("outcome_win", "outcome_lose"))
            .change(mapped("game_config").seeds("game_config"))
            .change(change("full_rebuild")
                    .everyStep()
                    .force()
                    .payload(Schemas.ofChange("all"))
                    .mergeAt("/changes"))
            .build();

    private Build() {}

    private static StepBuilder copy() {
        return step("intel_copy")
                .skill("generate_campaign_copy")
                .description("Writes variations of every text.")
                .input(inputSelector(
                        field("campaign_context", fromStep("plan", "data")),
                        field(
                                "copy_types",
                                listOf(
                                        constant("headline"),
                                        constant("subheadline"),
                                        constant("cta_button"),
                                        constant("win_message"),
                                        constant("lose_message"),
                                        constant("instructions"))),
                        field("tone", firstOf(fromTrigger("tone"), FROM.plan("tone"))),
                        field("variations_count", constant(3))));
    }

    private static ChangeTypeBuilder mapped(String change) {
        return change(change + ".update").payload(Schemas.ofChange(change)).mergeAt("/changes/" + change);
    }
}
