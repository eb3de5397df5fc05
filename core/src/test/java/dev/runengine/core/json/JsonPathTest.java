package dev.runengine.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.JsonPath.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final Json DOCUMENT = JsonReader.parse(
            "{\"data\":{\"video_prompts\":[{\"prompt\":\"p0\"},{\"prompt\":\"p1\"}],\"grid\":[[1,2],[3]]}}");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    data.video_prompts[1].prompt, '"p1"'
                    data.grid[1][0],              3
                    data.grid[0],                 '[1,2]'
                    """)
    void namesAndIndexesLeadToTheValue(String path, String found) {
        assertThat(JsonPath.parse(path).find(DOCUMENT).map(CanonicalJson::text)).contains(found);
        assertThat(JsonPath.parse(path)).hasToString(path);
    }

    @Test
    void theEmptyPathIsTheWholeAndAPathMayStartWithAnIndex() {
        assertThat(JsonPath.parse("").find(DOCUMENT)).contains(DOCUMENT);
        assertThat(JsonPath.parse("[1]").find(Json.array(Json.of(1), Json.of(2))))
                .contains(Json.of(2));
    }

    @Test
    void aPathThatEndsEarlySaysHowFarItGotAndWhatIsThere() {
        assertThat(JsonPath.parse("data.video_prompts[0].title.x").follow(DOCUMENT))
                .isEqualTo(new Reach.Missing(JsonPath.parse("data.video_prompts[0]"), "an object with prompt"));
        assertThat(JsonPath.parse("data.video_prompts[2]").follow(DOCUMENT))
                .isEqualTo(new Reach.Missing(JsonPath.parse("data.video_prompts"), "an array of 2"));
        assertThat(JsonPath.parse("data.grid[1][0].x").follow(DOCUMENT))
                .isEqualTo(new Reach.Missing(JsonPath.parse("data.grid[1][0]"), "a number"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    .a      | 1
                    a..b    | 3
                    a.      | 3
                    a[      | 3
                    a[x]    | 3
                    a[-1]   | 3
                    a[0     | 4
                    a[0]b   | 5
                    a]      | 2
                    a.[0]   | 3
                    a[12345678901] | 14
                    """)
    void aTextThatIsNoPathIsRefusedWithTheCharacter(String path, int character) {
        assertThatThrownBy(() -> JsonPath.parse(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + path + "\"")
                .hasMessageContaining("at character " + character);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b[0][1].c", "[3].x", "outputArtifactIds[0]"})
    void aPathReadsBackAsItself(String path) {
        assertThat(JsonPath.parse(JsonPath.parse(path).toString())).isEqualTo(JsonPath.parse(path));
        assertThat(JsonPath.parse(path).under("top").toPointer().segments()).startsWith("top");
    }
}
