package dev.runengine.core.workflow;

import static dev.runengine.core.selector.Selectors.artifact;
import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.merge;
import static dev.runengine.core.selector.Selectors.optional;
import static dev.runengine.core.workflow.TestSkills.ANYTHING;
import static dev.runengine.core.workflow.TestSkills.json;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.workflow.Compilation.Compiled;
import dev.runengine.core.workflow.Compilation.Rejected;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkflowCompilerTest {
    private static final TestSkills SKILLS = new TestSkills()
            .with(
                    "plan_campaign",
                    "{}",
                    "{\"type\":\"object\",\"properties\":{\"copy\":{\"type\":\"object\",\"properties\":{\"cta_text\":{\"type\":\"string\"}}}}}")
            .with(
                    "make_music",
                    "{\"type\":\"object\",\"properties\":{\"style\":{\"type\":\"string\"},\"bpm\":{\"type\":\"number\"}},\"required\":[\"style\"]}",
                    "{}");

    @Test
    void aWorkflowWithoutFaultIsCompiled() {
        var compiled = compiled(workflow("campaign", "1.0.0")
                .step(step("plan").skill("plan_campaign"))
                .step(step("bgm")
                        .skill("make_music")
                        .input(inputSelector(
                                field("style", fromStep("plan", "data.copy.cta_text")),
                                field("bpm", fromChange("audio.bpm")))))
                .change(change("audio.update")
                        .seeds("bgm")
                        .mergeAt("/changes/audio")
                        .payload(json("{\"type\":\"object\",\"properties\":{\"bpm\":{\"type\":\"number\"}}}"))));
        assertThat(compiled.size()).isEqualTo(2);
        assertThat(compiled.stepNo("bgm")).isEqualTo(1);
        assertThat(compiled.step(1).skill()).isEqualTo("make_music");
        assertThat(compiled.requiresInput(1, "style")).isTrue();
        assertThat(compiled.requiresInput(1, "bpm")).isFalse();
        assertThatThrownBy(() -> compiled.stepNo("mix")).hasMessage("workflow campaign 1.0.0 has no step mix");
    }

    @Test
    void whatAnInputReadsIsAnEdgeBesideWhatIsDeclared() {
        var compiled = compiled(workflow("w", "1")
                .step(step("a"))
                .step(step("b"))
                .step(step("c").after("b").input(merge(fromStep("a"), fromStep("b"), optional(artifact("a", 0))))));
        assertThat(compiled.dependencies(2)).containsExactly(1, 0);
        assertThat(compiled.successors(0)).containsExactly(2);
    }

    @Test
    void aCycleIsNamed() {
        assertProblems(
                workflow("w", "1")
                        .step(step("a").after("c"))
                        .step(step("b").after("a"))
                        .step(step("c").after("b")),
                "the steps wait for each other: a -> b -> c -> a; remove one of these dependencies");
    }

    @Test
    void aCycleThatGoesThroughAnInputSaysWhichInput() {
        assertProblems(
                workflow("w", "1")
                        .step(step("a").input(inputSelector(field("x", fromStep("b")))))
                        .step(step("b").after("a")),
                "the steps wait for each other: a -> b -> a; a reads b in /x; remove one of these dependencies");
    }

    @Test
    void aLongCycleIsShortened() {
        var builder = workflow("w", "1");
        IntStream.range(0, 100).forEach(i -> builder.step(step("s" + i).after("s" + (i + 99) % 100)));
        assertThat(problems(builder).getFirst()).contains("s19 -> (80 more) -> s0");
    }

    @Test
    void aStepCannotWaitForOrReadItself() {
        assertProblems(
                workflow("w", "1").step(step("a").after("a").input(fromStep("a"))),
                "step a: it depends on itself: a -> a",
                "step a: it reads its own output, which is not there before it has run");
    }

    @Test
    void allProblemsAreCollectedAndNamesAreSuggested() {
        assertProblems(
                workflow("w", "1")
                        .step(step("plan").skill("plan_campain"))
                        .step(step("plan"))
                        .step(step("mix").after("plam").input(inputSelector(field("x", fromStep("pla"))))),
                "step plan: there is no skill \"plan_campain\" in the catalog; register it, or correct the name",
                "step plan: another step has the same id; give each step an id of its own",
                "step mix: it depends on step \"plam\", which the workflow does not have; did you mean \"plan\"?",
                "step mix, input /x: it reads step \"pla\", which the workflow does not have; did you mean \"plan\"?");
    }

    @Test
    void aPathThatTheOutputSchemaDoesNotHaveIsRefusedWithWhatItHas() {
        assertProblems(
                workflow("w", "1")
                        .step(step("plan").skill("plan_campaign"))
                        .step(step("mix").input(inputSelector(field("cta", fromStep("plan", "data.copy.cta"))))),
                "step mix, input /cta: step plan (skill plan_campaign) gives no \"data.copy.cta\": data.copy has no \"cta\": it has cta_text");
        assertProblems(
                workflow("w", "1")
                        .step(step("plan").skill("plan_campaign"))
                        .step(step("mix").input(fromStep("plan", "copy.cta_text"))),
                "step mix: step plan (skill plan_campaign) gives no \"copy.cta_text\": its output has no \"copy\": it has data, outputArtifactIds");
    }

    @Test
    void theFieldsOfAnInputAreThoseOfTheSkill() {
        assertProblems(
                workflow("w", "1")
                        .step(step("bgm").skill("make_music").input(inputSelector(field("stile", constant("epic"))))),
                "step bgm, input /stile: the input of skill make_music has no \"stile\": it has style, bpm; did you mean \"style\"?",
                "step bgm, input /style: skill make_music requires it and the step does not select it");
    }

    @Test
    void triggerPathsAreThoseOfTheTriggerSchema() {
        var schema = json(
                "{\"type\":\"object\",\"properties\":{\"brief\":{\"type\":\"object\",\"properties\":{\"title\":{}}}}}");
        assertThat(problems(
                        workflow("w", "1").triggerSchema(schema).step(step("a").input(fromTrigger("brief.title")))))
                .isEmpty();
        assertProblems(
                workflow("w", "1").triggerSchema(schema).step(step("a").input(fromTrigger("brief.titel"))),
                "step a: the trigger schema has no \"brief.titel\": brief has no \"titel\": it has title");
        assertThat(problems(workflow("w", "1").step(step("a").input(merge(fromTrigger("x.y"), fromTrigger(""))))))
                .isEmpty();
    }

    @Test
    void changePathsAreThoseOfThePayloadThatIsMergedNearest() {
        var audio = change("audio.update")
                .seeds("a")
                .mergeAt("/changes/audio")
                .payload(json("{\"type\":\"object\",\"properties\":{\"bpm\":{}}}"));
        var all = change("full_rebuild").everyStep().mergeAt("/changes").payload(json("{\"type\":\"object\"}"));
        assertThat(problems(workflow("w", "1")
                        .step(step("a")
                                .input(merge(
                                        fromChange("audio.bpm"),
                                        fromChange("audio"),
                                        fromChange(""),
                                        fromChange("other.x"))))
                        .change(audio)
                        .change(all)))
                .isEmpty();
        assertProblems(
                workflow("w", "1")
                        .step(step("a").input(fromChange("audio.bmp")))
                        .change(audio)
                        .change(all),
                "step a: change type audio.update brings no \"changes.audio.bmp\": its payload has no \"bmp\": it has bpm");
        assertProblems(
                workflow("w", "1").step(step("a").input(fromChange("audio.bpm"))),
                "step a: no change type brings \"changes.audio.bpm\"");
    }

    @Test
    void aChangeMayNotMergeWhereAStepReadsThatItDoesNotRunAgain() {
        var audio = change("audio.update").seeds("mix").mergeAt("/changes/audio");
        assertProblems(
                workflow("w", "1")
                        .step(step("bgm").input(inputSelector(field("style", fromChange("audio.style")))))
                        .step(step("mix").after("bgm"))
                        .change(audio),
                "step bgm: it reads /changes/audio/style of the trigger, where change type audio.update merges its payload "
                        + "(/changes/audio), but that change would not run it again; make it a seed of the change, or read elsewhere");
        assertThat(problems(workflow("w", "1")
                        .step(step("bgm").input(fromTrigger("")))
                        .step(step("mix"))
                        .change(audio)))
                .singleElement()
                .asString()
                .contains("the whole trigger");
        assertThat(problems(workflow("w", "1")
                        .step(step("bgm").input(fromTrigger("brief")))
                        .step(step("mix"))
                        .step(step("bundle").after("mix").input(fromChange("audio.style")))
                        .change(audio)))
                .isEmpty();
    }

    @Test
    void changeTypesStartAtStepsThatExistAndHaveNamesOfTheirOwn() {
        assertProblems(
                workflow("w", "1")
                        .step(step("mix"))
                        .change(change("audio.update").seeds("mx").mergeAt("/changes/audio"))
                        .change(change("audio.update").seeds("mix").mergeAt("/changes/audio")),
                "change type audio.update starts at step \"mx\", which the workflow does not have; did you mean \"mix\"?",
                "two change types are named audio.update");
    }

    @Test
    void basePathsAreThoseOfTheWorkflowsThatMayBeTheBase() {
        var build =
                workflow("build", "1").step(step("plan").skill("plan_campaign")).build();
        var update = workflow("update", "1")
                .updates("build", "update")
                .step(step("own")
                        .input(firstOf(fromBaseRun("own", "data.x"), fromBaseRun("plan", "data.copy.cta_text"))));
        assertThat(problems(update, build)).isEmpty();
        assertThat(problems(
                        workflow("update", "1")
                                .updates("build")
                                .step(step("a").input(merge(fromBaseRun("plam"), fromBaseRun("plan", "data.copi")))),
                        build))
                .containsExactly(
                        "step a: no workflow that may be the base (build) has a step \"plam\"; did you mean \"plan\"?",
                        "step a: in build, step plan (skill plan_campaign) gives no \"data.copi\": data has no \"copi\": it has copy; did you mean \"copy\"?");
    }

    @Test
    void aStepOfTheBaseOfTheBaseMayBeRead() {
        var build = workflow("build", "1").step(step("plan")).build();
        var first = workflow("first", "1")
                .updates("build")
                .step(step("x").input(fromBaseRun("plan")))
                .build();
        assertThat(problems(
                        workflow("second", "1").updates("first").step(step("y").input(fromBaseRun("plan"))),
                        build,
                        first))
                .isEmpty();
    }

    @Test
    void whatIsToBeTheSameInTheBaseRunExistsThere() {
        assertThat(problems(workflow("w", "1")
                        .updates("w")
                        .sameInBase("campaign_id", "plann", "data.campaign_id")
                        .step(step("plan"))))
                .singleElement()
                .asString()
                .contains("campaign_id", "plann", "no workflow that may be the base has that step", "plan");
    }

    @Test
    void basesMustBeNamedAndRegistered() {
        assertProblems(
                workflow("w", "1").step(step("a").input(fromBaseRun("plan"))),
                "step a: it reads step plan of the base run, but the workflow names no workflow that it updates");
        assertThat(problems(workflow("w", "1").updates("gone").step(step("a"))))
                .containsExactly("it updates runs of \"gone\", a workflow that is not registered");
    }

    @Test
    void aWorkflowHasOneToAHundredThousandSteps() {
        assertProblems(workflow("w", "1"), "the workflow has 0 steps; it needs 1 to 100000");
        var builder = workflow("w", "1");
        IntStream.rangeClosed(0, 100_000).forEach(i -> builder.step(step("s" + i)));
        assertProblems(builder, "the workflow has 100001 steps; it needs 1 to 100000");
    }

    @Test
    @Timeout(60)
    void fiftyThousandStepsCompileInTimeThatGrowsWithThem() {
        var builder = workflow("w", "1").updates("w");
        builder.step(step("s0"));
        IntStream.range(1, 50_000)
                .forEach(i -> builder.step(step("s" + i)
                        .input(merge(fromStep("s" + (i - 1), "data.x"), fromBaseRun("s" + i)))));
        assertThat(compiled(builder).size()).isEqualTo(50_000);
    }

    @Test
    @Timeout(60)
    void fiftyThousandMistakesAreAllReportedAndQuickly() {
        var builder = workflow("w", "1");
        IntStream.range(0, 50_000).forEach(i -> builder.step(step("s" + i).after("t" + i)));
        assertThat(problems(builder)).hasSize(50_000);
    }

    private static StepBuilder step(String id) {
        return Workflows.step(id).skill(ANYTHING);
    }

    private static CompiledWorkflow compiled(WorkflowBuilder builder) {
        return ((Compiled) compile(builder)).workflow();
    }

    private static List<String> problems(WorkflowBuilder builder, WorkflowSpec... others) {
        return switch (compile(builder, others)) {
            case Compiled _ -> List.of();
            case Rejected(var problems) ->
                problems.stream().map(WorkflowProblem::toString).toList();
        };
    }

    private static void assertProblems(WorkflowBuilder builder, String... problems) {
        assertThat(problems(builder)).containsExactly(problems);
    }

    private static Compilation compile(WorkflowBuilder builder, WorkflowSpec... others) {
        WorkflowLookup lookup = name ->
                Stream.of(others).filter(other -> other.name().equals(name)).findFirst();
        return new WorkflowCompiler(SKILLS, lookup).compile(builder.build());
    }
}
