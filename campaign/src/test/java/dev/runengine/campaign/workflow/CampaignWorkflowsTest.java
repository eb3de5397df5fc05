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
import java.util.List;
import java.util.Optional;
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
                .containsExactly("campaign.build.minimal", "campaign.build.v1");
    }

    @Test
    void theBuildHasThirteenSteps() {
        assertThat(workflow("campaign.build.v1").size()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({
        "audio.update, 4",
        "intro.update, 4",
        "outcome.update, 3",
        "game_config.update, 2",
        "asset3d.replace, 3",
        "full_rebuild, 13"
    })
    void aChangeTouchesItsSeedsAndWhatFollows(String change, int steps) {
        var mapping = ChangeRequestMapper.map(workflow("campaign.build.v1"), change);
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
