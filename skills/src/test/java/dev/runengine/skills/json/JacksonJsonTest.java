package dev.runengine.skills.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JacksonJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "-0.5",
                "9007199254740992",
                "1e300",
                "\"ä\"",
                "[]",
                "{}",
                "{\"b\":[1,{\"a\":null}],\"a\":\"x\"}"
            })
    void aValueIsTheSameAfterGoingThereAndBack(String text) {
        var value = JsonReader.parse(text);
        assertThat(JacksonJson.fromNode(JacksonJson.toNode(value))).isEqualTo(value);
        assertThat(JacksonJson.fromNode(MAPPER.readTree(text))).isEqualTo(value);
    }

    @Test
    void anIntegerThatNoDoubleHoldsIsRefused() {
        var node = MAPPER.readTree("9007199254740993");
        assertThatThrownBy(() -> JacksonJson.fromNode(node)).hasMessageContaining("9007199254740993");
    }
}
