package dev.runengine.campaign.workflow;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schemas of triggers and changes: JSON Schemas in one resource, by name. */
final class Schemas {
    private static final JObject ALL = load();

    private Schemas() {}

    static JObject named(String name) {
        if (ALL.get(name).orElse(JObject.EMPTY) instanceof JObject schema
                && !schema.members().isEmpty()) {
            return schema;
        }
        throw new IllegalArgumentException("schemas.json has no schema " + name);
    }

    private static JObject load() {
        try (var in = Schemas.class.getResourceAsStream("schemas.json")) {
            if (in == null) {
                throw new IllegalStateException("schemas.json is missing from the jar");
            }
            return (JObject) JsonReader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
