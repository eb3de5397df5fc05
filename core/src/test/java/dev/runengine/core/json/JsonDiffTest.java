package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.JsonDiff.Difference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDiffTest {

    @Test
    void changesAdditionsAndRemovalsAreListedWhereTheyAre() {
        var diff = between(
                "{\"a\":{\"x\":1,\"y\":2},\"b\":[1,2],\"c\":0}", "{\"c\":0,\"a\":{\"x\":3},\"b\":[1,5,6],\"d\":null}");
        assertThat(diff.complete()).isTrue();
        assertThat(diff.differences())
                .containsExactly(
                        difference("/a/x", Json.of(1), Json.of(3)),
                        new Difference(JsonPointer.parse("/a/y"), Optional.of(Json.of(2)), Optional.empty()),
                        difference("/b/1", Json.of(2), Json.of(5)),
                        new Difference(JsonPointer.parse("/b/2"), Optional.empty(), Optional.of(Json.of(6))),
                        new Difference(JsonPointer.parse("/d"), Optional.empty(), Optional.of(Json.NULL)));
    }

    @Test
    void anotherKindOfValueIsOneDifference() {
        assertThat(between("{\"a\":{\"x\":1}}", "{\"a\":[1]}").differences())
                .containsExactly(difference("/a", JsonReader.parse("{\"x\":1}"), JsonReader.parse("[1]")));
    }

    @Test
    void memberOrderIsNoDifference() {
        assertThat(between("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}").isEmpty()).isTrue();
    }

    @Test
    void theListStopsAtTheLimitAndSaysSo() {
        var before = JsonReader.parse("[1,2,3]");
        var after = JsonReader.parse("[4,5,6]");
        assertThat(JsonDiff.between(before, after, 2).differences()).hasSize(2);
        assertThat(JsonDiff.between(before, after, 2).complete()).isFalse();
        assertThat(JsonDiff.between(before, after, 3).complete()).isTrue();
        assertThat(JsonDiff.between(before, after, 0).isEmpty()).isFalse();
    }

    private static JsonDiff between(String before, String after) {
        return JsonDiff.between(JsonReader.parse(before), JsonReader.parse(after), 100);
    }

    private static Difference difference(String at, Json before, Json after) {
        return new Difference(JsonPointer.parse(at), Optional.of(before), Optional.of(after));
    }
}
