package dev.runengine.skills;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.json.JacksonJson;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a test writes it: with apostrophes for quotes. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    public static Json json(String text) {
        return JacksonJson.fromNode(MAPPER.readTree(text.replace('\'', '"')));
    }

    public static JObject object(String text) {
        return (JObject) json(text);
    }
}
