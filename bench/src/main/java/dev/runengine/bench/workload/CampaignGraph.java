package dev.runengine.bench.workload;

import dev.runengine.bench.engine.TimedSkills;
import dev.runengine.campaign.workflow.CampaignWorkflows;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowRegistry.Registration;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.workflow.Workflows;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The graph of the campaign workflow as it is now, with skills that sleep in place of its own. */
final class CampaignGraph {
    static final int SLEEP_MS = 20;

    private static final String ORIGINAL = "campaign.build.v1";
    /** The graph does not depend on what the skills take and give. */
    private static final SkillLookup ANY = id -> Optional.of(new SkillDescriptor(
            id, "1", "bench@1", id, id, List.of(), JObject.EMPTY, JObject.EMPTY, List.of(), Duration.ofMinutes(1)));

    private CampaignGraph() {}

    static WorkflowSpec of(String name, CachePolicy cache) {
        var original = original();
        var workflow = Workflows.workflow(name, "1.0.0").cache(cache);
        for (int n = 0; n < original.size(); n++) {
            var dependencies = Arrays.stream(original.dependencies(n))
                    .mapToObj(step -> original.step(step).id())
                    .toList();
            var id = original.step(n).id();
            var step = dependencies.isEmpty() ? Graphs.first(id) : Graphs.following(id, dependencies);
            workflow.step(step.skill(TimedSkills.sleeping(SLEEP_MS)));
        }
        return workflow.build();
    }

    /** How many steps lie on the longest way through the graph. */
    static int criticalSteps() {
        var original = original();
        var length = new int[original.size()];
        for (int step : original.graph().topologicalOrder()) {
            length[step] = 1
                    + Arrays.stream(original.dependencies(step))
                            .map(n -> length[n])
                            .max()
                            .orElse(0);
        }
        return Arrays.stream(length).max().orElseThrow();
    }

    private static CompiledWorkflow original() {
        var spec = CampaignWorkflows.all().stream()
                .filter(workflow -> workflow.name().equals(ORIGINAL))
                .findFirst()
                .orElseThrow();
        return switch (WorkflowRegistry.empty().register(spec, ANY)) {
            case Registration.Registered(var registry) ->
                registry.find(ORIGINAL, Optional.empty()).orElseThrow();
            case Registration.Refused(var refusals) -> throw new IllegalStateException(refusals.toString());
        };
    }
}
