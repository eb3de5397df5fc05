package dev.runengine.skills.llm;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillDescriptor;
import java.util.Optional;

/** How a server is told to answer in JSON. The prompt says it too: some servers accept the member and ignore it. */
public enum AnswerFormat {
    /** Generation is guided by the schema, where the server can. */
    JSON_SCHEMA,
    JSON_OBJECT,
    /** Nothing but the prompt. */
    TEXT;

    Optional<JObject> member(SkillDescriptor skill) {
        return switch (this) {
            case JSON_SCHEMA ->
                Optional.of(Json.object(
                        "type", Json.of("json_schema"),
                        "json_schema",
                                Json.object(
                                        "name", Json.of(skill.id()),
                                        // Strict would refuse every schema that has an optional member.
                                        "strict", Json.FALSE,
                                        "schema", skill.outputSchema())));
            case JSON_OBJECT -> Optional.of(Json.object("type", Json.of("json_object")));
            case TEXT -> Optional.empty();
        };
    }
}
