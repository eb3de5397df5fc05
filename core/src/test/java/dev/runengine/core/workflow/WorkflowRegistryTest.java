package dev.runengine.core.workflow;

import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.workflow.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.workflow.WorkflowRegistry.Registration;
import dev.runengine.core.workflow.WorkflowRegistry.Registration.Refused;
import dev.runengine.core.workflow.WorkflowRegistry.Registration.Registered;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowRegistryTest {
    private static final TestSkills SKILLS = new TestSkills();

    @Test
    void withoutAVersionTheNewestIsFound() {
        var registry = registry(spec("w", "1.9.0"), spec("w", "1.10.0"), spec("w", "1.2.0"));
        assertThat(registry.find("w", Optional.empty()).map(CompiledWorkflow::version))
                .contains("1.10.0");
        assertThat(registry.find("w", Optional.of("1.2.0")).map(CompiledWorkflow::version))
                .contains("1.2.0");
        assertThat(registry.find("w", Optional.of("2.0.0"))).isEmpty();
        assertThat(registry.find("v", Optional.empty())).isEmpty();
    }

    @Test
    void aPreReleaseIsFoundOnlyByNameOrWhenThereIsNothingElse() {
        var registry = registry(
                spec("w", "1.0.0"), spec("w", "2.0.0-rc.1"), spec("v", "1.0.0-beta.2"), spec("v", "1.0.0-beta.11"));
        assertThat(registry.find("w", Optional.empty()).map(CompiledWorkflow::version))
                .contains("1.0.0");
        assertThat(registry.find("w", Optional.of("2.0.0-rc.1"))).isPresent();
        assertThat(registry.find("v", Optional.empty()).map(CompiledWorkflow::version))
                .contains("1.0.0-beta.11");
    }

    @Test
    void versionsAreOrderedAsSemanticVersioningSays() {
        var sorted = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.1",
                "2",
                "10.0.0");
        assertThat(sorted.reversed().stream().sorted(VersionOrder.BY_PRECEDENCE).toList())
                .isEqualTo(sorted);
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() {
        var registry = registry(spec("w", "1"));
        var changed = workflow("w", "1").step(step("a")).step(step("b")).build();
        assertThat(refusals(registry.register(changed, SKILLS)))
                .singleElement()
                .asString()
                .contains(
                        "workflow w 1 cannot run",
                        "registered with other content",
                        "give the changed workflow a new version");
        assertThat(registry.find("w", Optional.empty()).orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void theSameContentAgainChangesNothing() {
        var registry = registry(spec("w", "1"));
        var again = ((Registered) registry.register(spec("w", "1"), SKILLS)).registry();
        assertThat(again.list()).hasSize(1);
    }

    @Test
    void aBatchIsRegisteredWhollyOrNotAtAll() {
        var broken = workflow("broken", "1").step(step("a").after("b")).build();
        var refused = WorkflowRegistry.empty().registerAll(List.of(spec("w", "1"), broken), SKILLS);
        assertThat(refusals(refused)).singleElement().asString().contains("step a: it depends on step \"b\"");
    }

    @Test
    void workflowsOfABatchMayUpdateEachOther() {
        var first = workflow("first", "1")
                .updates("second", "first")
                .step(step("a").input(fromBaseRun("b")))
                .build();
        var second = workflow("second", "1")
                .updates("first")
                .step(step("b").input(fromBaseRun("a")))
                .build();
        assertThat(registry(first, second).list())
                .extracting(CompiledWorkflow::name)
                .containsExactly("first", "second");
    }

    @Test
    void aRegistryThatSomebodyHoldsDoesNotChange() {
        var before = registry(spec("w", "1"));
        before.register(spec("w", "2"), SKILLS);
        assertThat(before.list()).hasSize(1);
    }

    private static WorkflowSpec spec(String name, String version) {
        return workflow(name, version).step(step("a")).build();
    }

    private static StepBuilder step(String id) {
        return Workflows.step(id).skill(TestSkills.ANYTHING);
    }

    private static WorkflowRegistry registry(WorkflowSpec... specs) {
        return ((Registered) WorkflowRegistry.empty().registerAll(List.of(specs), SKILLS)).registry();
    }

    private static List<WorkflowRegistry.Refusal> refusals(Registration registration) {
        return ((Refused) registration).refusals();
    }
}
