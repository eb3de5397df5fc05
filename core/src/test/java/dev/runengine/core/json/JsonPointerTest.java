package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
    /** The document of RFC 6901 §5. */
    private static final Json DOCUMENT = JsonReader.parse("""
            {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5, "k\\"l": 6, " ": 7, "m~n": 8}
            """);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    /foo,   '["bar","baz"]'
                    /foo/0, '"bar"'
                    /,      0
                    /a~1b,  1
                    /c%d,   2
                    /e^f,   3
                    /g|h,   4
                    '/i\\j', 5
                    '/k"l', 6
                    '/ ',   7
                    /m~0n,  8
                    """)
    void thePointersOfRfc6901FindWhatItSays(String pointer, String found) {
        assertThat(JsonPointer.parse(pointer).find(DOCUMENT).map(CanonicalJson::text))
                .contains(found);
        assertThat(JsonPointer.parse(pointer)).hasToString(pointer);
    }

    @Test
    void theEmptyPointerIsTheWhole() {
        assertThat(JsonPointer.parse("").find(DOCUMENT)).contains(DOCUMENT);
        assertThat(JsonPointer.ROOT).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/foo/2",
                "/foo/-",
                "/foo/00",
                "/foo/-1",
                "/foo/99999999999",
                "/foo/0/x",
                "//",
                "/a~1b/x"
            })
    void aPlaceThatIsNotThereIsEmpty(String pointer) {
        assertThat(JsonPointer.parse(pointer).find(DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "/a~", "/a~2", "/~a/b"})
    void aTextThatIsNoPointerIsRefused(String text) {
        assertThatThrownBy(() -> JsonPointer.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void tildeOneIsNotUnescapedTwice() {
        assertThat(JsonPointer.parse("/~01").segments()).containsExactly("~1");
        assertThat(JsonPointer.of("~1", "/")).hasToString("/~01/~1");
    }

    @Test
    void aPlaceOverlapsWhatIsInsideItAndWhatItIsInside() {
        var audio = JsonPointer.parse("/changes/audio");
        assertThat(audio.overlaps(JsonPointer.ROOT)).isTrue();
        assertThat(audio.overlaps(audio.append("bpm"))).isTrue();
        assertThat(audio.overlaps(JsonPointer.parse("/changes/audios"))).isFalse();
        assertThat(audio.covers(JsonPointer.parse("/changes"))).isFalse();
    }
}
