package dev.runengine.skills.job;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import java.util.Optional;

/** Reads a job's id, or its address, out of an answer. */
final class JobIds {
    private static final int LONGEST = 2_000;

    private JobIds() {}

    static Optional<String> find(Json answer, JsonPointer place) {
        return place.find(answer)
                .filter(value -> !(value instanceof JNull))
                .map(value -> value instanceof JString(var text) ? text : value.toString())
                .filter(text -> !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0);
    }
}
