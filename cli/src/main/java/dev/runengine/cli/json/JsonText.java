package dev.runengine.cli.json;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Records of the REST contract as JSON text, in the form the server gave them. */
public final class JsonText {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private JsonText() {}

    public static String of(Object view) {
        return WRITER.writeValueAsString(view);
    }
}
