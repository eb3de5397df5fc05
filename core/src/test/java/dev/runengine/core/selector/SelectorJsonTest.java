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

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorJsonTest {
    private static final Selector EVERY_WORD = inputSelector(
            field("prompt", firstOf(fromChange("intro.introText"), fromStep("plan", "data.video_prompts[0].prompt"))),
            field("style", merge(fromBaseRun("plan", "data.style"), optional(fromTrigger("audio_overrides")))),
            field("files", listOf(artifact("render", 1), fromStep("mix"), fromBaseRun("mix"))),
            field("fixed", constant(Json.object("bgm_lufs", Json.of(-14), "none", Json.NULL))));

    @Test
    void everyWordReadsBackAsItself() {
        var written = CanonicalJson.text(SelectorJson.write(EVERY_WORD));
        assertThat(SelectorJson.read(JsonReader.parse(written))).isEqualTo(EVERY_WORD);
    }

    @Test
    void theTextIsWhatItsAuthorWouldWrite() {
        assertThat(SelectorText.of(EVERY_WORD))
                .startsWith(
                        "inputSelector(field(\"prompt\", firstOf(fromChange(\"intro.introText\"), fromStep(\"plan\",")
                .contains("listOf(artifact(\"render\", 1), fromStep(\"mix\"), fromBaseRun(\"mix\"))")
                .endsWith("field(\"fixed\", constant({\"bgm_lufs\":-14,\"none\":null})))");
    }

    @Test
    void aComputedSelectorIsWrittenAsItsLabelAndCannotBeReadBack() {
        var written = SelectorJson.write(inputSelector(field("x", computed("twice the bpm", run -> Json.of(2)))));
        assertThat(CanonicalJson.text(written))
                .isEqualTo("{\"inputSelector\":{\"x\":{\"computed\":\"twice the bpm\"}}}");
        assertThatThrownBy(() -> SelectorJson.read(written))
                .isInstanceOf(JsonMismatchException.class)
                .hasMessageContaining("/inputSelector/x/computed")
                .hasMessageContaining("Java code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    3                                       | the document: expected an object
                    {}                                      | the document: a selector has exactly one word
                    {"fromStep":"a","constant":1}           | the document: a selector has exactly one word
                    {"fromStep":3}                          | /fromStep: expected a string, found number
                    {"fromStep":"a","path":"x."}            | /path: path "x."
                    {"constant":1,"path":"x"}               | /path: this selector has no path
                    {"fromStep":"a","index":1}              | /index: this selector has no index
                    {"fromSteps":"a"}                       | /fromSteps: no such member here
                    {"merge":[]}                            | /merge: merge needs at least one operand
                    {"merge":[{"fromTrigger":"a"},{"x":1}]} | /merge/1/x: no such member
                    {"merge":{"fromTrigger":"a"}}           | /merge: expected an array, found object
                    {"artifact":"a","index":-1}             | /index: artifacts are counted from 0
                    {"artifact":"a","index":1.5}            | /index: expected a whole number
                    {"inputSelector":[]}                    | /inputSelector: expected an object, found array
                    {"optional":null}                       | /optional: expected an object, found null
                    """)
    void whatIsNoSelectorIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> SelectorJson.read(JsonReader.parse(json)))
                .isInstanceOf(JsonMismatchException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void readsListEverythingASelectorLooksAt() {
        var reads = SelectorReads.of(EVERY_WORD);
        assertThat(reads.steps()).containsExactly("plan", "render", "mix");
        assertThat(reads.baseSteps()).containsExactly("plan", "mix");
        assertThat(reads.triggerPaths())
                .containsExactly(JsonPath.parse("changes.intro.introText"), JsonPath.parse("audio_overrides"));
        assertThat(reads.opaque()).isFalse();
        assertThat(reads.reads())
                .contains(new SelectorReads.Read.OfStep("/files/0", "render", JsonPath.parse("outputArtifactIds[1]")));
    }

    @Test
    void aSelectorWithCodeInItIsOpaque() {
        assertThat(SelectorReads.of(merge(constant(1), computed("c", run -> Json.NULL)))
                        .opaque())
                .isTrue();
    }
}
