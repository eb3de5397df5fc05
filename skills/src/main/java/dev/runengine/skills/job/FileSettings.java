package dev.runengine.skills.job;

import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.template.TextTemplate;
import java.util.List;

/**
 * The file a service makes.
 *
 * @param mediaTypes it may have, by its bytes
 * @param filename without the ending, which follows from what the file is
 */
public record FileSettings(Source source, List<String> mediaTypes, String filename, long maxBytes) {
    public FileSettings {
        mediaTypes = List.copyOf(mediaTypes);
    }

    /** Where the file is. */
    public sealed interface Source {
        /** The body of the answer is the file. */
        record Body() implements Source {}

        /** In the JSON of the answer, as base64. */
        record Base64(JsonPointer place) implements Source {}

        /** At an address of its own. */
        record Download(TextTemplate url) implements Source {}
    }
}
