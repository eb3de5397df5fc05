package dev.runengine.app.crash;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.Workflows.step;

import dev.runengine.campaign.workflow.CampaignWorkflows;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.selector.Selectors.Field;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowRegistry.Registration;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.workflow.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of {@code campaign.build.v1} as it is now, with skills that wait in place of its own: 13 steps, four of them
 * jobs of a provider. Nothing is cached, so that what is executed twice shows.
 */
final class Campaign {
    static final String NAME = "crash.campaign";
    static final String LOCAL_SKILL = "local_work";
    static final String REMOTE_SKILL = "remote_work";
    static final Set<String> REMOTE = Set.of(
            "generate_intro_image", "generate_intro_video_loop", "generate_outcome_video_win", "generate_3d_asset");

    private static final CompiledWorkflow ORIGINAL = original();
    /** Each step's direct dependencies, in the workflow's order. */
    static final Map<String, List<String>> DEPENDENCIES = dependencies();

    static final int STEPS = DEPENDENCIES.size();

    static final WorkflowSpec WORKFLOW = spec();

    private Campaign() {}

    /** @param workMs how long each skill takes */
    static Json trigger(String run, int workMs) {
        return Json.object("run", Json.of(run), "ms", Json.of(workMs));
    }

    /** What a step of a run gives, and the steps behind it are given. */
    static String product(String run, String step) {
        return step + "-of-" + run;
    }

    static SkillDescriptor skill(String id) {
        return new SkillDescriptor(
                id, "1", "crash@1", id, id, List.of(), JObject.EMPTY, JObject.EMPTY, List.of(), Duration.ofMinutes(2));
    }

    private static WorkflowSpec spec() {
        var workflow = Workflows.workflow(NAME, "1.0.0").cache(CachePolicy.OFF);
        DEPENDENCIES.forEach((id, dependencies) -> {
            var fields = new ArrayList<Field>(List.of(
                    field("run", fromTrigger("run")), field("ms", fromTrigger("ms")), field("step", constant(id))));
            dependencies.forEach(before -> fields.add(field(before, fromStep(before, "data.made"))));
            workflow.step(step(id).skill(REMOTE.contains(id) ? REMOTE_SKILL : LOCAL_SKILL)
                    .input(inputSelector(fields.toArray(Field[]::new))));
        });
        return workflow.build();
    }

    private static Map<String, List<String>> dependencies() {
        var steps = new LinkedHashMap<String, List<String>>();
        for (int n = 0; n < ORIGINAL.size(); n++) {
            steps.put(
                    ORIGINAL.step(n).id(),
                    Arrays.stream(ORIGINAL.dependencies(n))
                            .mapToObj(before -> ORIGINAL.step(before).id())
                            .toList());
        }
        return steps;
    }

    private static CompiledWorkflow original() {
        var name = "campaign.build.v1";
        var spec = CampaignWorkflows.all().stream()
                .filter(workflow -> workflow.name().equals(name))
                .findFirst()
                .orElseThrow();
        return switch (WorkflowRegistry.empty().register(spec, id -> Optional.of(skill(id)))) {
            case Registration.Registered(var registry) ->
                registry.find(name, Optional.empty()).orElseThrow();
            case Registration.Refused(var refusals) -> throw new IllegalStateException(refusals.toString());
        };
    }
}
