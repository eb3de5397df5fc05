package dev.runengine.core.workflow;

/**
 * The words in which a workflow author writes a workflow; inputs are written with {@link
 * dev.runengine.core.selector.Selectors}.
 *
 * <pre>{@code
 * workflow("campaign.update_audio", "1.0.0")
 *         .step(step("bgm").skill("generate_bgm_track").input(inputSelector(field("bpm", fromChange("audio.bpm")))))
 *         .step(step("mix").skill("mix_audio").after("bgm").input(fromStep("bgm", "data")))
 *         .change(change("audio.update").seeds("bgm").mergeAt("/changes/audio"))
 *         .build();
 * }</pre>
 */
public final class Workflows {
    private Workflows() {}

    public static WorkflowBuilder workflow(String name, String version) {
        return new WorkflowBuilder(name, version);
    }

    /** A step whose skill has the same name, until {@link StepBuilder#skill} says otherwise. */
    public static StepBuilder step(String id) {
        return new StepBuilder(id);
    }

    public static ChangeTypeBuilder change(String name) {
        return new ChangeTypeBuilder(name);
    }
}
