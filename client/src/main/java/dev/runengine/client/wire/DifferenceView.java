package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place at which two values differ. A JSON null is a value; where there was nothing, the member is absent. (An Optional
 * would not do: read back, it could not tell the two apart.)
 *
 * @param pointer of the place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceView(
        String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {}
