package dev.runengine.skills.schema;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.skills.json.StorableJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks values against JSON Schemas, and schemas against the rules for schemas.
 *
 * <p>A schema stands on its own: {@code $ref} reaches into the same schema and to the 2020-12 meta-schema, nothing is
 * ever loaded from a network, a file or the class path. {@code format} is an assertion for the formats that the
 * specification defines and ignored otherwise. Patterns are ECMA-262 in spirit and {@link java.util.regex.Pattern} in
 * detail. A check ends after a bounded number of steps, whatever the pattern or the schema; work beyond that is a
 * problem of the value.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core">JSON Schema Core 2020-12</a>
 */
public final class JsonSchemas implements SchemaCheck {
    /** Schemas come from skills and, one per workflow, from users: far fewer than this are in use at a time. */
    private static final int MOST_COMPILED = 1_000;

    private final Map<JObject, Compiled> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JObject, Compiled> eldest) {
            return size() > MOST_COMPILED;
        }
    };

    @Override
    public List<Problem> check(JObject schema, Json value) {
        return switch (compile(schema)) {
            case Compiled.Valid valid -> valid.check(value);
            case Compiled.Invalid(var problems) ->
                throw new IllegalArgumentException("not a valid JSON Schema (2020-12): "
                        + problems.stream()
                                .map(p -> "\"" + p.pointer() + "\" " + p.detail())
                                .collect(Collectors.joining("; ")));
        };
    }

    /**
     * @param schema as an author wrote it
     * @return why it is not a valid schema, with pointers into the schema; empty when it is one
     */
    public List<Problem> checkSchema(JObject schema) {
        return switch (compile(schema)) {
            case Compiled.Valid _ -> List.of();
            case Compiled.Invalid(var problems) -> problems;
        };
    }

    private Compiled compile(JObject schema) {
        // Before anything else: hashing for the look-up is recursive too.
        var unstorable = StorableJson.problems(schema);
        if (!unstorable.isEmpty()) {
            return new Compiled.Invalid(unstorable);
        }
        synchronized (compiled) {
            var known = compiled.get(schema);
            if (known != null) {
                return known;
            }
        }
        // Outside the lock: compiling one schema must not hold up checks against others. Two may compile the same.
        var made = SchemaCompiler.compile(schema);
        synchronized (compiled) {
            compiled.put(schema, made);
        }
        return made;
    }
}
