package dev.runengine.core.selector;

import static dev.runengine.core.selector.Selectors.artifact;
import static dev.runengine.core.selector.Selectors.computed;
import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.selector.Selectors.listOf;
import static dev.runengine.core.selector.Selectors.merge;
import static dev.runengine.core.selector.Selectors.optional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.selector.Resolution.Resolved;
import dev.runengine.core.selector.Resolution.Unresolved;
import dev.runengine.core.skill.Artifact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final Artifact PICTURE = stored(1);
    private static final Artifact VIDEO = stored(2);

    private final FakeScope scope = FakeScope.triggeredWith(
                    "{\"brief\":{\"title\":\"Luck\",\"none\":null},\"changes\":{\"audio\":{\"bpm\":90}}}")
            .done("plan", "{\"copy\":{\"cta_text\":\"Spin\"},\"prompts\":[\"p0\",\"p1\"]}")
            .done(
                    "render",
                    new StepOutput(Json.object("uri", Json.of(PICTURE.address().uri())), List.of(PICTURE, VIDEO)))
            .base("plan", "{\"style\":{\"mood\":\"calm\",\"tempo\":\"slow\"}}");

    @Test
    void pathsReachIntoTriggerStepsChangesAndTheBaseRun() {
        assertResolves(fromTrigger("brief.title"), "\"Luck\"");
        assertResolves(fromStep("plan", "data.prompts[1]"), "\"p1\"");
        assertResolves(fromChange("audio.bpm"), "90");
        assertResolves(fromBaseRun("plan", "data.style.mood"), "\"calm\"");
        assertResolves(fromTrigger("brief.none"), "null");
        assertResolves(constant("x"), "\"x\"");
        assertResolves(constant(30), "30");
        assertResolves(constant(true), "true");
    }

    @Test
    void aWholeOutputIsItsDataAndTheAddressesOfItsFiles() {
        assertResolves(
                fromStep("render"),
                "{\"data\":{\"uri\":\"" + PICTURE.address() + "\"},\"outputArtifactIds\":[\"" + PICTURE.address()
                        + "\",\"" + VIDEO.address() + "\"]}");
    }

    @Test
    void anArtifactIsItsContentAddressSoThatEqualFilesHashEqual() {
        assertResolves(artifact("render", 1), "\"" + VIDEO.address() + "\"");
        assertThat(hash(artifact("render", 0))).isEqualTo(hash(fromStep("render", "data.uri")));
        assertThat(unresolved(artifact("render", 2)).detail()).isEqualTo("outputArtifactIds is an array of 2");
    }

    @Test
    void mergeIsDeepAndLaterWins() {
        var overridden = merge(
                fromBaseRun("plan", "data.style"),
                constant(JsonReader.parse("{\"mood\":\"epic\",\"extra\":{\"a\":1}}")),
                constant(JsonReader.parse("{\"extra\":{\"b\":[2]}}")));
        assertResolves(overridden, "{\"mood\":\"epic\",\"tempo\":\"slow\",\"extra\":{\"a\":1,\"b\":[2]}}");
    }

    @Test
    void ofNonObjectsTheLastPresentWins() {
        assertResolves(merge(constant(1), constant("two")), "\"two\"");
        assertResolves(merge(listOf(constant(1)), listOf(constant(2))), "[2]");
        assertResolves(merge(constant(Json.object("a", Json.of(1))), constant(3)), "3");
    }

    @Test
    void inAMergeNullIsAValueAndNotARemoval() {
        var merged = merge(constant(JsonReader.parse("{\"a\":1}")), constant(JsonReader.parse("{\"a\":null}")));
        assertResolves(merged, "{\"a\":null}");
        assertResolves(merge(constant(1), fromTrigger("brief.none")), "null");
    }

    @Test
    void missingOperandsDoNotCountAndAllMissingIsMissing() {
        assertResolves(merge(fromTrigger("nope"), constant(1), fromStep("plan", "data.nope")), "1");
        assertThat(unresolved(merge(fromTrigger("nope"), fromStep("plan", "data.nope")))
                        .path())
                .isEqualTo("fromStep(\"plan\", \"data.nope\")");
    }

    @Test
    void firstOfTakesTheFirstThatIsPresentEvenWhenItIsNull() {
        assertResolves(firstOf(fromChange("audio.style"), fromStep("plan", "data.copy.cta_text")), "\"Spin\"");
        assertResolves(firstOf(fromTrigger("brief.none"), constant(1)), "null");
        assertResolves(firstOf(fromBaseRun("generate_3d_asset"), constant(1)), "1");
    }

    @Test
    void aMissingTriggerPathIsLeftOutUnlessTheSkillRequiresIt() {
        var input = inputSelector(field("title", fromTrigger("brief.title")), field("tone", fromTrigger("brief.tone")));
        assertResolves(input, "{\"title\":\"Luck\"}");
        assertThat(Resolution.of(input, scope, Set.of("tone")::contains))
                .isEqualTo(
                        new Unresolved("/tone", "fromTrigger(\"brief.tone\")", "brief is an object with title, none"));
    }

    @Test
    void aMissingChangeIsLeftOutAsWell() {
        assertResolves(inputSelector(field("style", fromChange("audio.style"))), "{}");
        assertResolves(inputSelector(field("style", firstOf(fromChange("audio.style"), fromTrigger("style")))), "{}");
    }

    @Test
    void aRequiredFieldMayComeFromAnyOperandOfAMerge() {
        var input = merge(
                inputSelector(field("prompt", fromStep("plan", "data.prompts[0]"))),
                inputSelector(field("prompt", fromChange("intro.prompt"))));
        assertThat(Resolution.of(input, scope, Set.of("prompt")::contains))
                .isEqualTo(new Resolved(JsonReader.parse("{\"prompt\":\"p0\"}")));
    }

    @Test
    void anyOtherMissingPathIsUnresolvedWithFieldPathAndHowFarItGot() {
        var input = inputSelector(field("copy", inputSelector(field("cta", fromStep("plan", "data.copy.cta.text")))));
        var unresolved = unresolved(input);
        assertThat(unresolved)
                .isEqualTo(new Unresolved(
                        "/copy/cta",
                        "fromStep(\"plan\", \"data.copy.cta.text\")",
                        "data.copy is an object with cta_text"));
        assertThat(unresolved.message("bgm"))
                .isEqualTo("step bgm: input /copy/cta cannot be made from fromStep(\"plan\", \"data.copy.cta.text\"): "
                        + "data.copy is an object with cta_text");
    }

    @Test
    void aMixOfTriggerAndStepThatIsAllMissingIsNotLeftOut() {
        var input = inputSelector(field("x", firstOf(fromTrigger("nope"), fromStep("plan", "data.nope"))));
        assertThat(unresolved(input).field()).isEqualTo("/x");
    }

    @Test
    void optionalLetsAnyMissingPathBeLeftOut() {
        assertResolves(
                inputSelector(
                        field("a", optional(fromStep("plan", "data.nope"))),
                        field("b", optional(fromBaseRun("gone"))),
                        field("c", optional(constant(1)))),
                "{\"c\":1}");
    }

    @Test
    void anOptionalFieldThatTheSkillRequiresIsStillUnresolved() {
        var input = inputSelector(field("a", optional(fromStep("plan", "data.nope"))));
        assertThat(Resolution.of(input, scope, Set.of("a")::contains)).isInstanceOf(Unresolved.class);
    }

    @Test
    void anOptionalObjectIsLeftOutWhenAPartOfItIsMissing() {
        var model = inputSelector(field("uri", fromBaseRun("gone", "data.uri")), field("slot", constant("model")));
        assertResolves(listOf(optional(model)), "[]");
        assertResolves(inputSelector(field("asset", optional(model)), field("b", constant(1))), "{\"b\":1}");
        assertThat(unresolved(inputSelector(field("asset", model))).field()).isEqualTo("/asset/uri");
    }

    @Test
    void anOptionalObjectStillWaitsForItsSteps() {
        assertThat(unresolved(listOf(optional(inputSelector(field("uri", fromStep("later"))))))
                        .path())
                .contains("later");
    }

    @Test
    void aStepThatIsNotDoneIsNeverPassedOverForAFallback() {
        assertThat(unresolved(firstOf(fromStep("later"), constant(1))).detail())
                .contains("step later has no output yet");
        assertThat(unresolved(merge(optional(fromStep("later")), constant(1))).path())
                .isEqualTo("fromStep(\"later\")");
    }

    @Test
    void aListLeavesOutItsOptionalItemsOnly() {
        assertResolves(listOf(constant(1), optional(fromTrigger("nope")), constant(2)), "[1,2]");
        assertThat(unresolved(listOf(constant(1), fromTrigger("nope"))).field()).isEqualTo("/1");
    }

    @Test
    void computedInputsSeeTheScopeAndTheirExceptionsAreUnresolved() {
        assertResolves(computed("title in capitals", run -> Json.of("LUCK")), "\"LUCK\"");
        var broken = computed("broken", run -> {
            throw new IllegalStateException("no title");
        });
        assertThat(unresolved(broken).detail()).contains("no title");
        assertThat(unresolved(broken).path()).contains("broken");
    }

    @Test
    void aWholeInputThatIsMissingIsUnresolvedAndNotEmpty() {
        assertThat(unresolved(fromTrigger("nope")).message("plan"))
                .isEqualTo("step plan: the input cannot be made from fromTrigger(\"nope\"): "
                        + "nothing of the path is there; the whole is an object with brief, changes");
    }

    @Test
    void wiringThatMakesNoSenseIsRefusedWhenWritten() {
        assertThatThrownBy(() -> merge()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> firstOf()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> artifact("render", -1)).hasMessageContaining("from 0");
        assertThatThrownBy(() -> inputSelector(field("a", constant(1)), field("a", constant(2))))
                .hasMessageContaining("two fields \"a\"");
    }

    private Unresolved unresolved(Selector selector) {
        return (Unresolved) resolve(selector);
    }

    private void assertResolves(Selector selector, String json) {
        assertThat(resolve(selector)).isEqualTo(new Resolved(JsonReader.parse(json)));
    }

    private ContentHash hash(Selector selector) {
        return InputHasher.hash(((Resolved) resolve(selector)).value());
    }

    private Resolution resolve(Selector selector) {
        return Resolution.of(selector, scope, name -> false);
    }

    private static Artifact stored(int content) {
        var hash = ContentHash.of(new byte[] {(byte) content});
        return new Artifact(new UUID(0, content), hash, 1, "image/png", content + ".png");
    }
}
