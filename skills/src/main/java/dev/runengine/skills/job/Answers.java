package dev.runengine.skills.job;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.http.JsonAnswer;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.job.FileSettings.Source;
import dev.runengine.skills.typed.SkillException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a service's answers, and puts the file that may be in them, or be one, where it belongs. */
record Answers(Optional<FileSettings> file, Path folder) {
    static final long MAX_JSON_BYTES = 16 << 20;

    /** An answer in JSON. A file in it, as base64, is put where files are delivered. */
    Json json(Answer answer) throws SkillException {
        return source() instanceof Source.Base64(var place)
                ? JsonAnswer.read(answer, place, deliveredFile())
                : JsonAnswer.read(answer);
    }

    /** The answer with the result; a body that is the file itself has nothing to read. */
    Json result(Answer answer) throws SkillException {
        return source() instanceof Source.Body ? JObject.EMPTY : json(answer);
    }

    /** Where the body of the answer with the result goes. */
    Path resultFile() {
        return source() instanceof Source.Body ? deliveredFile() : folder.resolve("result.json");
    }

    Path deliveredFile() {
        return folder.resolve("delivered");
    }

    /** Of an answer with the result. Base64 makes four bytes of three. */
    long maxBytes() {
        return file.map(settings -> switch (settings.source()) {
                    case Source.Body _ -> settings.maxBytes();
                    case Source.Base64 _ -> settings.maxBytes() / 3 * 4 + MAX_JSON_BYTES;
                    case Source.Download _ -> MAX_JSON_BYTES;
                })
                .orElse(MAX_JSON_BYTES);
    }

    private @Nullable Source source() {
        return file.map(FileSettings::source).orElse(null);
    }
}
