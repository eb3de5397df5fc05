package dev.runengine.campaign.workflow;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schemas of triggers and changes, from one resource. A {@code $ref} into the resource is replaced by what it
 * names: a workflow carries its schemas with it, and each must stand alone.
 */
final class Schemas {
    private static final JObject DOCUMENT = load();

    private Schemas() {}

    static JObject ofTrigger(String workflow) {
        return named("triggers", workflow);
    }

    static JObject ofChange(String change) {
        return named("changes", change);
    }

    private static JObject named(String group, String name) {
        return (JObject) resolved(JsonPointer.of(group, name));
    }

    private static Json resolved(JsonPointer pointer) {
        return inlined(pointer.find(DOCUMENT)
                .orElseThrow(() -> new IllegalArgumentException("schemas.json has nothing at " + pointer)));
    }

    private static Json inlined(Json schema) {
        return switch (schema) {
            case JObject object
            when object.get("$ref").orElse(Json.NULL) instanceof JString(var ref) ->
                resolved(JsonPointer.parse(ref.substring(1)));
            case JObject object -> {
                var whole = JObject.EMPTY;
                for (var member : object.members().entrySet()) {
                    whole = whole.with(member.getKey(), inlined(member.getValue()));
                }
                yield whole;
            }
            case JArray(var items) ->
                new JArray(items.stream().map(Schemas::inlined).toList());
            default -> schema;
        };
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
