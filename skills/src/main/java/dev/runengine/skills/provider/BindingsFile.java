package dev.runengine.skills.provider;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import dev.runengine.core.json.JsonReader;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The file as JSON that fits its schema.
 *
 * @param providers by name
 * @param skills what is bound, by skill id
 */
record BindingsFile(JObject providers, JObject skills) {
    private static final BindingsFile EMPTY = new BindingsFile(JObject.EMPTY, JObject.EMPTY);
    private static final JObject SCHEMA = schema();
    private static final JsonSchemas SCHEMAS = new JsonSchemas();

    /** Without any binding when there are problems, which are added to those. */
    static BindingsFile read(Path file, List<String> problems) {
        try {
            return switch (JsonReader.read(Files.readAllBytes(file))) {
                case Refused refused -> {
                    problems.add("it is no JSON: " + refused.message());
                    yield EMPTY;
                }
                case Parsed(var document) -> fitting(document, problems);
            };
        } catch (IOException e) {
            problems.add("it cannot be read (" + e + "); write the path of the file");
            return EMPTY;
        }
    }

    private static BindingsFile fitting(Json document, List<String> problems) {
        var misfits = SCHEMAS.check(SCHEMA, document);
        misfits.forEach(problem -> problems.add(problem.pointer() + ": " + problem.detail()));
        return document instanceof JObject object && misfits.isEmpty()
                ? new BindingsFile(member(object, "providers"), member(object, "skills"))
                : EMPTY;
    }

    private static JObject member(JObject object, String name) {
        return (JObject) object.members().getOrDefault(name, JObject.EMPTY);
    }

    private static JObject schema() {
        try (var in = Objects.requireNonNull(BindingsFile.class.getResourceAsStream("providers.schema.json"))) {
            return (JObject) JsonReader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
