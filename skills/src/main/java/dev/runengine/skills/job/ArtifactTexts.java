package dev.runengine.skills.job;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillContext.ArtifactMissingException;
import dev.runengine.skills.template.Hole;
import dev.runengine.skills.template.Scope;
import dev.runengine.skills.typed.SkillException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Artifacts of the input, put into JSON as base64 while it is written to a file: a mark stands in their place until then,
 * so that no artifact is ever in memory as a whole.
 */
final class ArtifactTexts {
    static final String SOURCE = "base64";

    private final Json input;
    private final SkillContext context;
    private final Map<String, Path> marked = new LinkedHashMap<>();

    ArtifactTexts(Json input, SkillContext context) {
        this.input = input;
        this.context = context;
    }

    /** The scope, with {@code {{base64:/pointer/to/an/address}}} on top. */
    Scope over(Scope scope) {
        return hole -> hole.source().equals(SOURCE) ? mark(hole) : scope.find(hole);
    }

    /** A local copy of the artifact whose address stands there; empty when nothing does. */
    Optional<Path> file(JsonPointer place) throws SkillException {
        var value = place.find(input);
        return value.isEmpty() ? Optional.empty() : Optional.of(fetch(place, value.get()));
    }

    void write(Json body, Path target) throws IOException {
        var text = CanonicalJson.text(body);
        try (var out = Files.newOutputStream(target)) {
            int done = 0;
            if (!marked.isEmpty()) {
                var mark = Pattern.compile(String.join("|", marked.keySet())).matcher(text);
                while (mark.find()) {
                    out.write(text.substring(done, mark.start()).getBytes(StandardCharsets.UTF_8));
                    writeBase64(Objects.requireNonNull(marked.get(mark.group())), out);
                    done = mark.end();
                }
            }
            out.write(text.substring(done).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<Json> mark(Hole hole) throws SkillException {
        return file(JsonPointer.parse(hole.argument())).map(file -> {
            var mark = "artifact-" + UUID.randomUUID();
            marked.put(mark, file);
            return Json.of(mark);
        });
    }

    private Path fetch(JsonPointer place, Json value) throws SkillException {
        var address =
                value instanceof JString(var uri) ? ArtifactAddress.parse(uri) : Optional.<ArtifactAddress>empty();
        if (address.isEmpty()) {
            throw SkillException.invalidInput(
                    place.toString(), "must be the address of an artifact (artifact:sha256:...), to be sent");
        }
        try {
            return context.fetch(address.get());
        } catch (ArtifactMissingException e) {
            throw SkillException.invalidInput(place.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw SkillException.broken("the artifact at " + place + " could not be read: " + e.getMessage());
        }
    }

    private static void writeBase64(Path file, OutputStream out) throws IOException {
        // Closing the encoder writes the padding; the stream behind it goes on.
        var open = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
        try (var encoder = Base64.getEncoder().wrap(open)) {
            Files.copy(file, encoder);
        }
    }
}
