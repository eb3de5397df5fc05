package dev.runengine.campaign.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.CampaignPack;
import dev.runengine.core.change.ChangeMapping;
import dev.runengine.core.change.ChangeRequestMapper;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowRegistry.Registration;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.schema.JsonSchemas;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignWorkflowsTest {
    private static final JsonSchemas SCHEMAS = new JsonSchemas();
    private static final CampaignPack PACK = new CampaignPack();
    private static final WorkflowRegistry REGISTRY = registry();

    @Test
    void everyWorkflowOfThePackCanRun() {
        assertThat(REGISTRY.list())
                .extracting(CompiledWorkflow::name)
                .containsExactly(
                        "campaign.build",
                        "campaign.build.minimal",
                        "campaign.build.v1",
                        "campaign.replace_3d_asset",
                        "campaign.update_audio",
                        "campaign.update_game_config",
                        "campaign.update_intro",
                        "campaign.update_outcome");
    }

    @ParameterizedTest
    @CsvSource({
        "campaign.build, 18",
        "campaign.build.v1, 13",
        "campaign.build.minimal, 4",
        "campaign.update_audio, 6",
        "campaign.update_intro, 5",
        "campaign.update_outcome, 4",
        "campaign.update_game_config, 4",
        "campaign.replace_3d_asset, 5"
    })
    void aWorkflowHasItsSteps(String workflow, int steps) {
        assertThat(workflow(workflow).size()).isEqualTo(steps);
    }

    @Test
    void threeStepsOfTheBuildStartTogetherAndSevenAfterThePlan() {
        var build = workflow("campaign.build");
        assertThat(after(build)).containsExactlyInAnyOrder("plan", "intel_plan", "intel_theme_brief");
        assertThat(after(build, "plan"))
                .containsExactlyInAnyOrder(
                        "intel_copy", "intro_image", "bgm", "sfx", "game_config", "outcome_win", "outcome_lose");
    }

    /** The steps that depend on these and on nothing else. */
    private static List<String> after(CompiledWorkflow workflow, String... steps) {
        return IntStream.range(0, workflow.size())
                .filter(step -> Arrays.stream(workflow.graph().dependencies(step))
                        .mapToObj(dependency -> workflow.step(dependency).id())
                        .collect(Collectors.toSet())
                        .equals(Set.of(steps)))
                .mapToObj(step -> workflow.step(step).id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "campaign.build.v1, audio.update, 4",
        "campaign.build.v1, intro.update, 4",
        "campaign.build.v1, outcome.update, 3",
        "campaign.build.v1, game_config.update, 2",
        "campaign.build.v1, asset3d.replace, 3",
        "campaign.build.v1, full_rebuild, 13",
        "campaign.build, audio.update, 7",
        "campaign.build, intro.update, 6",
        "campaign.build, outcome.update, 4",
        "campaign.build, game_config.update, 5",
        "campaign.build, full_rebuild, 18"
    })
    void aChangeTouchesItsSeedsAndWhatFollows(String workflow, String change, int steps) {
        var mapping = ChangeRequestMapper.map(workflow(workflow), change);
        assertThat(mapping)
                .isInstanceOfSatisfying(
                        ChangeMapping.Mapped.class,
                        mapped -> assertThat(mapped.impacted().size()).isEqualTo(steps));
    }

    @Test
    void theSchemasOfTriggersAndChangesAreSchemas() {
        SchemaCheck check = SCHEMAS;
        for (var workflow : PACK.workflows()) {
            workflow.triggerSchema()
                    .ifPresent(schema -> assertThat(SCHEMAS.checkSchema(schema)).isEmpty());
            workflow.changeTypes()
                    .forEach(change -> assertThat(check.check(change.payloadSchema(), Json.object()))
                            .as(change.name())
                            .isEmpty());
        }
    }

    private static CompiledWorkflow workflow(String name) {
        return REGISTRY.find(name, Optional.empty()).orElseThrow();
    }

    private static WorkflowRegistry registry() {
        var catalog = SkillCatalog.of(List.of(PACK), SCHEMAS);
        return switch (WorkflowRegistry.empty().registerAll(PACK.workflows(), catalog)) {
            case Registration.Registered(var registry) -> registry;
            case Registration.Refused(var refusals) -> throw new AssertionError(refusals);
        };
    }
}
