package dev.runengine.campaign.audio;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON documents in snake_case, canonical so that equal records are equal bytes. */
final class Documents {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Documents() {}

    static Json json(Object document) {
        return JacksonJson.fromNode(MAPPER.valueToTree(document));
    }

    static void write(Object document, Path path) throws IOException {
        Files.write(path, CanonicalJson.bytes(json(document)));
    }

    static <T> T read(Path path, Class<T> type) {
        return MAPPER.readValue(path, type);
    }
}
