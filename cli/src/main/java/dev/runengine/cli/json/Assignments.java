package dev.runengine.cli.json;

import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A payload put together on the command line: {@code audio.genre=epic}. A value that is no JSON is a text. */
public final class Assignments {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Assignments() {}

    /** @param values by path, whose names are separated by dots; they are set in that payload, which is returned */
    public static JsonNode over(JsonNode payload, Map<String, String> values) {
        if (values.isEmpty()) {
            return payload;
        }
        if (!(payload instanceof ObjectNode object)) {
            throw new CommandFailure(ExitCode.USAGE, "Not an object", "-i sets members of a payload that is one", "");
        }
        values.forEach((path, value) -> set(object, List.of(path.split("\\.", -1)), value));
        return object;
    }

    private static void set(ObjectNode object, List<String> path, String value) {
        if (path.size() == 1) {
            object.set(path.getFirst(), value(value));
            return;
        }
        if (!(object.get(path.getFirst()) instanceof ObjectNode)) {
            object.set(path.getFirst(), JsonNodeFactory.instance.objectNode());
        }
        set((ObjectNode) object.get(path.getFirst()), path.subList(1, path.size()), value);
    }

    private static JsonNode value(String text) {
        try {
            var value = JSON.readTree(text);
            return value.isMissingNode() ? JsonNodeFactory.instance.stringNode(text) : value;
        } catch (JacksonException aWord) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
