package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The change itself. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChangeRequestBody(String type, Optional<JsonNode> payload) {}
