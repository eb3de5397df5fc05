package dev.runengine.core.skill;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.List;

/** Tells whether a value is what a JSON Schema (2020-12) asks for. Safe for concurrent use. */
@FunctionalInterface
public interface SchemaCheck {
    /**
     * @return what is wrong and where, empty for a value that fits
     * @throws IllegalArgumentException for a schema that is not a valid JSON Schema; says where
     */
    List<Problem> check(JObject schema, Json value);
}
