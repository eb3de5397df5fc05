package dev.runengine.skills.http;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonLimits;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON a service answered with. More generous than the reader of the engine's own documents, because nobody can
 * ask a service to write its answers anew: an integer that no double holds, such as a random seed of 64 bits, becomes a
 * text of its digits. A file that stands in the answer as base64 goes to disk without ever being in memory as a whole.
 */
public final class JsonAnswer {
    private static final int LONGEST_TEXT = 8 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(JsonLimits.DEFAULT.maxDepth())
                            .build())
                    .build())
            .build();

    private final JsonParser parser;
    private final Optional<JsonPointer> filePlace;
    private final Path file;

    private JsonAnswer(JsonParser parser, Optional<JsonPointer> filePlace, Path file) {
        this.parser = parser;
        this.filePlace = filePlace;
        this.file = file;
    }

    /** @throws SkillException when the answer is no JSON */
    public static Json read(Answer answer) throws SkillException {
        return read(answer, Optional.empty(), answer.body());
    }

    /**
     * @param filePlace where a file stands as base64; in the value that is returned it is null
     * @param file where that file goes; not made when there is nothing at its place
     */
    public static Json read(Answer answer, JsonPointer filePlace, Path file) throws SkillException {
        return read(answer, Optional.of(filePlace), file);
    }

    private static Json read(Answer answer, Optional<JsonPointer> filePlace, Path file) throws SkillException {
        try (var in = Files.newInputStream(answer.body());
                var parser = MAPPER.createParser(in)) {
            if (parser.nextToken() == null) {
                throw SkillException.broken(answer.place() + " answered with an empty body, not with JSON");
            }
            var value = new JsonAnswer(parser, filePlace, file).value(JsonPointer.ROOT);
            if (parser.nextToken() != null) {
                throw SkillException.broken(answer.place() + " answered with more than one JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw SkillException.broken(answer.place() + " answered with " + kind(answer) + ", not with JSON ("
                    + e.getOriginalMessage().lines().findFirst().orElse("") + "); check baseUrl and the path");
        } catch (IOException e) {
            throw SkillException.broken("the answer of " + answer.place() + " could not be kept: " + e.getMessage());
        }
    }

    private Json value(JsonPointer at) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> text(at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Json.TRUE;
            case VALUE_FALSE -> Json.FALSE;
            case VALUE_NULL -> Json.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    private Json object(JsonPointer at) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(at.append(name)));
        }
        return new JObject(members);
    }

    private Json array(JsonPointer at) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(at.append(items.size())));
        }
        return new JArray(items);
    }

    private Json text(JsonPointer at) throws IOException {
        if (filePlace.filter(at::equals).isEmpty()) {
            return Json.of(parser.getString());
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            parser.readBinaryValue(out);
        }
        return Json.NULL;
    }

    private Json number() {
        var exact = parser.getDecimalValue();
        double value = exact.doubleValue();
        boolean held = Double.isFinite(value)
                && (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                        || new BigDecimal(value).compareTo(exact) == 0);
        return held ? Json.of(value) : Json.of(parser.getString());
    }

    private static String kind(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("something");
    }
}
