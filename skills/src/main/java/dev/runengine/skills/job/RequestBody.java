package dev.runengine.skills.job;

import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.template.JsonTemplate;
import java.util.Map;

/** What a request carries. */
public sealed interface RequestBody {
    record None() implements RequestBody {}

    record JsonBody(JsonTemplate template) implements RequestBody {}

    /** A form (RFC 7578), by the names of its fields, in order. */
    record Form(Map<String, Field> fields) implements RequestBody {}

    /** One field of a form. A field that there is nothing for is left out. */
    sealed interface Field {
        record Text(JsonTemplate template) implements Field {}

        /** @param address where in the input the artifact's address stands */
        record ArtifactFile(JsonPointer address) implements Field {}
    }
}
