package dev.runengine.skills.job;

import dev.runengine.core.json.Json.JString;
import dev.runengine.skills.job.RequestBody.Field;
import dev.runengine.skills.job.RequestBody.Form;
import dev.runengine.skills.media.FileFacts;
import dev.runengine.skills.template.Scope;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a form; files go from disk to the network.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
 */
final class FormBody {
    private final String boundary;
    private final List<BodyPublisher> parts = new ArrayList<>();

    private FormBody(String boundary) {
        this.boundary = boundary;
    }

    /** @param boundary a text that occurs in none of the fields */
    static BodyPublisher of(Form form, Scope scope, ArtifactTexts artifacts, String boundary)
            throws SkillException, IOException {
        var body = new FormBody(boundary);
        for (var field : form.fields().entrySet()) {
            body.add(field.getKey(), field.getValue(), scope, artifacts);
        }
        body.parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(body.parts.toArray(BodyPublisher[]::new));
    }

    private void add(String name, Field field, Scope scope, ArtifactTexts artifacts)
            throws SkillException, IOException {
        switch (field) {
            case Field.Text(var template) -> {
                var value = template.fill(scope);
                if (value.isPresent()) {
                    var text = value.get() instanceof JString(var plain)
                            ? plain
                            : value.get().toString();
                    part("form-data; name=\"" + name + "\"", BodyPublishers.ofString(text));
                }
            }
            case Field.ArtifactFile(var address) -> {
                var file = artifacts.file(address);
                if (file.isPresent()) {
                    file(name, file.get());
                }
            }
        }
    }

    private void file(String name, Path file) throws IOException {
        var facts = FileFacts.measure(file);
        var mediaType = facts.map(FileFacts::mediaType).orElse("application/octet-stream");
        var filename = name + "." + facts.map(FileFacts::format).orElse("bin");
        part(
                "form-data; name=\"" + name + "\"; filename=\"" + filename + "\"\r\nContent-Type: " + mediaType,
                BodyPublishers.ofFile(file));
    }

    private void part(String disposition, BodyPublisher content) {
        parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n"));
        parts.add(content);
        parts.add(BodyPublishers.ofString("\r\n"));
    }
}
