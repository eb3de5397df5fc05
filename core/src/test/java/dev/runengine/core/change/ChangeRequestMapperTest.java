package dev.runengine.core.change;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.change.ChangeMapping.Mapped;
import dev.runengine.core.change.ChangeMapping.UnknownType;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.workflow.Compilation.Compiled;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepBuilder;
import dev.runengine.core.workflow.StepSet;
import dev.runengine.core.workflow.TestSkills;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.WorkflowCompiler;
import dev.runengine.core.workflow.Workflows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeRequestMapperTest {
    private final CompiledWorkflow campaign = compiled(campaign("1"));

    @Test
    void aChangeImpactsItsSeedsAndWhatFollowsFromThem() {
        var mapped = (Mapped) ChangeRequestMapper.map(campaign, "audio.update");
        assertThat(names(mapped.seeds())).containsExactly("bgm", "sfx", "mix");
        assertThat(names(mapped.impacted())).containsExactly("bgm", "sfx", "mix", "bundle");
        assertThat(mapped.type().name()).isEqualTo("audio.update");
    }

    @Test
    void aFullRebuildImpactsEveryStep() {
        var mapped = (Mapped) ChangeRequestMapper.map(campaign, "full_rebuild");
        assertThat(mapped.seeds()).isEqualTo(StepSet.all(6));
        assertThat(mapped.impacted()).isEqualTo(StepSet.all(6));
        assertThat(mapped.type().force()).isTrue();
    }

    @Test
    void anUnknownTypeIsRefusedWithTheKnownOnes() {
        var unknown = (UnknownType) ChangeRequestMapper.map(campaign, "audio.updat");
        assertThat(unknown.known()).containsExactly("audio.update", "full_rebuild");
        assertThat(unknown.message())
                .isEqualTo(
                        "there is no change type \"audio.updat\": known are audio.update, full_rebuild; did you mean \"audio.update\"?");
    }

    @Test
    void onAnotherVersionStepsThatAreNewOrChangedJoinTheSeeds() {
        var next = compiled(campaign("2")
                .step(step("poster").input(constant("new")))
                .step(step("plan2").skill("plan")));
        assertThat(((Mapped) ChangeRequestMapper.map(next, "audio.update", campaign)).seeds().stream())
                .containsExactly(2, 3, 4, 6, 7);
        var described = compiled(workflow("campaign", "3")
                .step(step("plan").description("says more"))
                .step(step("image").after("plan").input(constant(1)))
                .change(change("image.update").seeds("image").mergeAt("/changes/image")));
        assertThat(((Mapped) ChangeRequestMapper.map(described, "image.update", campaign)).seeds())
                .isEqualTo(StepSet.of(1));
        assertThat(ChangeRequestMapper.map(described, "audio.update", campaign)).isInstanceOf(UnknownType.class);
    }

    @Test
    void payloadsAreMergedWhereTheirTypeSaysAndAccumulate() {
        var audio = ((Mapped) ChangeRequestMapper.map(campaign, "audio.update")).type();
        var all = ((Mapped) ChangeRequestMapper.map(campaign, "full_rebuild")).type();
        var base = JsonReader.parse("{\"brief\":\"a fair\"}");
        var once = ChangeRequestMapper.mergeTrigger(audio, base, JsonReader.parse("{\"style\":\"epic\",\"bpm\":90}"));
        var twice = ChangeRequestMapper.mergeTrigger(audio, once, JsonReader.parse("{\"bpm\":120}"));
        assertThat(twice)
                .isEqualTo(JsonReader.parse(
                        "{\"brief\":\"a fair\",\"changes\":{\"audio\":{\"style\":\"epic\",\"bpm\":120}}}"));
        assertThat(ChangeRequestMapper.mergeTrigger(
                        all, twice, JsonReader.parse("{\"intro\":{\"style\":\"noir\"},\"audio\":{\"style\":null}}")))
                .isEqualTo(JsonReader.parse(
                        "{\"brief\":\"a fair\",\"changes\":{\"audio\":{\"bpm\":120},\"intro\":{\"style\":\"noir\"}}}"));
    }

    private static WorkflowBuilder campaign(String version) {
        return workflow("campaign", version)
                .step(step("plan"))
                .step(step("image").after("plan"))
                .step(step("bgm").after("plan"))
                .step(step("sfx").after("plan"))
                .step(step("mix").after("bgm", "sfx"))
                .step(step("bundle").after("mix", "image"))
                .change(change("audio.update").seeds("bgm", "sfx", "mix").mergeAt("/changes/audio"))
                .change(change("full_rebuild").everyStep().mergeAt("/changes").force());
    }

    private List<String> names(StepSet steps) {
        return steps.stream().mapToObj(number -> campaign.step(number).id()).toList();
    }

    private static StepBuilder step(String id) {
        return Workflows.step(id).skill(TestSkills.ANYTHING);
    }

    private static CompiledWorkflow compiled(WorkflowBuilder builder) {
        var skills = new TestSkills().with("plan", "{}", "{}");
        return ((Compiled) new WorkflowCompiler(skills, name -> Optional.empty()).compile(builder.build())).workflow();
    }
}
