package dev.runengine.core.why;

import static dev.runengine.core.selector.Selectors.computed;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.merge;
import static dev.runengine.core.selector.Selectors.optional;
import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.why.Cause.OtherResult;
import dev.runengine.core.why.Cause.SkillVersionChanged;
import dev.runengine.core.why.Cause.TriggerChanged;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepBuilder;
import dev.runengine.core.workflow.Workflows;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** From two runs to what differs in a step, and to where that began. */
class ExplanationTest {
    private static final CompiledWorkflow FLOW = compile(workflow()
            .step(step("plan").input(inputSelector(field("brief", fromTrigger("brief")))))
            .step(step("music")
                    .input(inputSelector(
                            field("theme", fromStep("plan", "data.theme")),
                            field(
                                    "sound",
                                    merge(fromStep("plan", "data.sound"), optional(fromTrigger("asked.sound")))))))
            .step(step("mix").input(inputSelector(field("of", fromStep("music")))))
            .step(step("video").input(inputSelector(field("theme", fromStep("plan", "data.theme")))))
            .step(step("clip")
                    .input(inputSelector(field("sound", fromStep("mix")), field("picture", fromStep("video"))))));

    @Test
    void aChangedTriggerIsFoundThroughTheStepsBetween() {
        var explained = explain(
                run("{'brief': 'b'}"), run("{'brief': 'b', 'asked': {'sound': {'mood': 'epic', 'bpm': 90}}}"), "clip");

        assertThat(explained.differences()).extracting(Difference::at).containsExactly(at("/sound/data/of"));
        assertThat(explained.causes()).hasSize(1);
        var cause = explained.causes().getFirst();
        assertThat(cause.path()).containsExactly("music", "mix", "clip");
        assertThat(((TriggerChanged) cause.cause()).differences())
                .containsExactly(new Difference(
                        at("/asked/sound"),
                        Optional.empty(),
                        Optional.of(JsonReader.parse("{\"mood\": \"epic\", \"bpm\": 90}"))));
    }

    @Test
    void differencesOfTheInputNameThePlaceAndBothValues() {
        var explained = explain(
                run("{'brief': 'b', 'asked': {'sound': {'bpm': 90}}}"),
                run("{'brief': 'b', 'asked': {'sound': {'bpm': 120}}}"),
                "music");

        assertThat(explained.differences())
                .containsExactly(new Difference(at("/sound/bpm"), Optional.of(Json.of(90)), Optional.of(Json.of(120))));
        assertThat(explained.causes().getFirst().path()).containsExactly("music");
        assertThat(((TriggerChanged) explained.causes().getFirst().cause()).differences())
                .extracting(Difference::at)
                .containsExactly(at("/asked/sound/bpm"));
    }

    @Test
    void aNewSkillVersionUpstreamIsACauseOfItsOwn() {
        var before = run("{'brief': 'b'}");
        var after = run(
                        "{'brief': 'b'}",
                        (step, input) -> step.equals(Json.of("music")) ? Json.of("better") : skill(step, input))
                .skillOf("music", "2+test@1");

        var explained = explain(before, after, "clip");
        assertThat(explained.causes()).hasSize(1);
        assertThat(explained.causes().getFirst().path()).containsExactly("music", "mix", "clip");
        assertThat(explained.causes().getFirst().cause())
                .isEqualTo(new SkillVersionChanged(
                        "music", Optional.of(new SkillVersion("1+test@1")), Optional.of(new SkillVersion("2+test@1"))));
        assertThat(explain(before, after, "music").skillChanged()).isTrue();
        assertThat(explain(before, after, "clip").skillChanged()).isFalse();
    }

    @Test
    void anotherResultOfTheSameInputIsACause() {
        var after = run(
                "{'brief': 'b'}",
                (step, input) -> step.equals(Json.of("video")) ? Json.of("by chance") : skill(step, input));

        var explained = explain(run("{'brief': 'b'}"), after, "clip");
        assertThat(explained.causes()).hasSize(1);
        assertThat(explained.causes().getFirst().path()).containsExactly("video", "clip");
        assertThat(explained.causes().getFirst().cause())
                .isInstanceOfSatisfying(
                        OtherResult.class, cause -> assertThat(cause.stepId()).isEqualTo("video"));
    }

    @Test
    void aStepWhoseResultStayedTheSameStopsTheSearch() {
        BinaryOperator<Json> sameMusic =
                (step, input) -> step.equals(Json.of("music")) ? Json.of("the song") : skill(step, input);
        var explained = explain(
                run("{'brief': 'b'}", sameMusic),
                run("{'brief': 'b', 'asked': {'sound': {'bpm': 90}}}", sameMusic),
                "clip");

        assertThat(explained.differences()).isEmpty();
        assertThat(explained.causes()).isEmpty();
    }

    @Test
    void everyCauseIsTold() {
        var after = run(
                        "{'brief': 'b', 'asked': {'sound': {'bpm': 90}}}",
                        (step, input) -> step.equals(Json.of("video")) ? Json.of("new") : skill(step, input))
                .skillOf("video", "2+test@1");

        assertThat(explain(run("{'brief': 'b'}"), after, "clip").causes())
                .extracting(cause -> cause.path().getFirst())
                .containsExactlyInAnyOrder("music", "video");
    }

    @Test
    void ofCodeThatNobodyCanLookIntoEveryDifferingResultBeforeItIsACause() {
        var opaque = compile(workflow()
                .step(step("a").input(inputSelector(field("x", fromTrigger("x")))))
                .step(step("b")
                        .after("a")
                        .input(computed(
                                "secretly",
                                scope -> scope.output("a").orElseThrow().data()))));
        var explained = Explanation.of(
                        Optional.of(opaque),
                        PlayedRun.of(opaque, trigger("{'x': 1}"), ExplanationTest::skill),
                        PlayedRun.of(opaque, trigger("{'x': 2}"), ExplanationTest::skill),
                        "b")
                .orElseThrow();

        assertThat(explained.causes()).extracting(RootCause::path).containsExactly(java.util.List.of("a", "b"));
    }

    @Test
    void aStepThatOneOfTheRunsDoesNotHaveCannotBeCompared() {
        var one = run("{'brief': 'b'}");
        assertThat(Explanation.of(Optional.of(FLOW), one, one, "nothing")).isEmpty();
    }

    private static Explanation explain(RunFacts before, RunFacts after, String step) {
        return Explanation.of(Optional.of(FLOW), before, after, step).orElseThrow();
    }

    private static PlayedRun run(String trigger) {
        return run(trigger, ExplanationTest::skill);
    }

    private static PlayedRun run(String trigger, BinaryOperator<Json> skill) {
        return PlayedRun.of(FLOW, trigger(trigger), skill);
    }

    private static JObject trigger(String text) {
        return (JObject) JsonReader.parse(text.replace('\'', '"'));
    }

    /** The plan is an object, everything else a text that depends on the input. */
    private static Json skill(Json step, Json input) {
        return step.equals(Json.of("plan"))
                ? JsonReader.parse("{\"theme\": \"sea\", \"sound\": {\"mood\": \"calm\"}}")
                : Json.object("of", Json.of(InputHasher.hash(input).hex()));
    }

    private static JsonPointer at(String pointer) {
        return JsonPointer.parse(pointer);
    }

    private static StepBuilder step(String id) {
        return Workflows.step(id);
    }
}
