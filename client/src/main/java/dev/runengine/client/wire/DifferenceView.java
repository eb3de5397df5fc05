package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A place at which two values differ. @param pointer of the place @param before absent where there was nothing */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DifferenceView(String pointer, Optional<JsonNode> before, Optional<JsonNode> after) {}
