package dev.runengine.campaign.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The files beside this class, and JSON as this package writes it: snake case, canonical (RFC 8785). */
final class Resources {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Resources() {}

    static InputStream open(String name) {
        return Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
    }

    static <T> T read(String name, Class<T> type) {
        try (var in = open(name)) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] canonical(Object value) {
        return CanonicalJson.bytes(JacksonJson.fromNode(MAPPER.valueToTree(value)));
    }
}
