package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    {"a":"b"}         | {"a":"c"}                 | {"a":"c"}
                    {"a":"b"}         | {"b":"c"}                 | {"a":"b","b":"c"}
                    {"a":"b"}         | {"a":null}                | {}
                    {"a":"b","b":"c"} | {"a":null}                | {"b":"c"}
                    {"a":["b"]}       | {"a":"c"}                 | {"a":"c"}
                    {"a":"c"}         | {"a":["b"]}               | {"a":["b"]}
                    {"a":{"b":"c"}}   | {"a":{"b":"d","c":null}}  | {"a":{"b":"d"}}
                    {"a":[{"b":"c"}]} | {"a":[1]}                 | {"a":[1]}
                    ["a","b"]         | ["c","d"]                 | ["c","d"]
                    {"a":"b"}         | ["c"]                     | ["c"]
                    {"a":"foo"}       | null                      | null
                    {"a":"foo"}       | "bar"                     | "bar"
                    {"e":null}        | {"a":1}                   | {"e":null,"a":1}
                    [1,2]             | {"a":"b","c":null}        | {"a":"b"}
                    {}                | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
                    """)
    void theTestCasesOfRfc7396AppendixAHold(String target, String patch, String result) {
        assertThat(MergePatch.apply(JsonReader.parse(target), JsonReader.parse(patch)))
                .isEqualTo(JsonReader.parse(result));
    }

    @Test
    void aPatchAtAPlaceMakesTheWayThereAndLeavesTheRest() {
        var trigger = JsonReader.parse("{\"brief\":\"x\",\"changes\":{\"intro\":{\"style\":\"noir\"}}}");
        assertThat(MergePatch.applyAt(trigger, JsonPointer.parse("/changes/audio"), JsonReader.parse("{\"bpm\":120}")))
                .isEqualTo(JsonReader.parse(
                        "{\"brief\":\"x\",\"changes\":{\"intro\":{\"style\":\"noir\"},\"audio\":{\"bpm\":120}}}"));
    }

    @Test
    void patchesAtTheSamePlaceAccumulate() {
        var place = JsonPointer.parse("/changes/audio");
        var once = MergePatch.applyAt(Json.object(), place, JsonReader.parse("{\"bpm\":120,\"style\":\"epic\"}"));
        assertThat(MergePatch.applyAt(once, place, JsonReader.parse("{\"bpm\":null,\"volume\":2}")))
                .isEqualTo(JsonReader.parse("{\"changes\":{\"audio\":{\"style\":\"epic\",\"volume\":2}}}"));
    }
}
