package dev.runengine.server.body;

import dev.runengine.client.wire.PlaceView;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The members of an object in a body. What is wrong is collected instead of thrown, so that a person sees all of it at
 * once; a stand-in is returned meanwhile, and never leaves {@link #read}.
 */
public final class Fields {
    private static final int SHOWN = 3;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JObject object;
    private final JsonPointer at;
    private final List<PlaceView> problems;
    private final Set<String> asked = new HashSet<>();

    private Fields(JObject object, JsonPointer at, List<PlaceView> problems) {
        this.object = object;
        this.at = at;
        this.problems = problems;
    }

    static <T> T read(Json body, Function<Fields, T> reader) {
        var problems = new ArrayList<PlaceView>();
        var read = inside(body, JsonPointer.ROOT, problems, reader);
        if (read.isEmpty() || !problems.isEmpty()) {
            throw ApiProblem.invalid("the body is not what is expected: " + summary(problems), problems);
        }
        return read.get();
    }

    /** All of it, as it was sent. */
    public Json whole() {
        return object;
    }

    public String requiredText(String name) {
        var text = text(name);
        if (!object.members().containsKey(name)) {
            missing(name);
        }
        return text.orElse("");
    }

    public Json required(String name) {
        var value = value(name);
        if (value.isEmpty()) {
            missing(name);
        }
        return value.orElse(Json.NULL);
    }

    public Optional<Json> value(String name) {
        asked.add(name);
        return object.get(name);
    }

    public Optional<String> text(String name) {
        return value(name).flatMap(value -> text(value, at.append(name)));
    }

    public Optional<Boolean> flag(String name) {
        return value(name)
                .flatMap(value -> value instanceof JBool(boolean flag)
                        ? Optional.of(flag)
                        : wrongType(at.append(name), "true or false", value));
    }

    public Optional<Integer> integer(String name) {
        return value(name)
                .flatMap(value -> value instanceof JNumber(double number) && number == (int) number
                        ? Optional.of((int) number)
                        : wrongType(at.append(name), "a whole number", value));
    }

    /** An RFC 3339 time, with any offset. */
    public Optional<Instant> time(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                problems.add(ApiProblem.place(
                        at.append(name).toString(),
                        PlaceCode.INVALID_VALUE,
                        "expected a time such as 2026-01-31T12:00:00Z"));
                return Optional.empty();
            }
        });
    }

    public Optional<UUID> id(String name) {
        return text(name).flatMap(text -> {
            if (!UUID_TEXT.matcher(text).matches()) {
                refuse(name, "expected a UUID");
                return Optional.empty();
            }
            return Optional.of(UUID.fromString(text));
        });
    }

    /** One of these words. */
    public Optional<String> word(String name, List<String> words) {
        return text(name).filter(text -> {
            if (!words.contains(text)) {
                problems.add(ApiProblem.place(
                        at.append(name).toString(),
                        PlaceCode.INVALID_VALUE,
                        "expected one of " + String.join(", ", words)));
            }
            return words.contains(text);
        });
    }

    public List<String> texts(String name) {
        var value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JArray(var items))) {
            wrongType(at.append(name), "an array of strings", value.get());
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            text(items.get(i), at.append(name).append(i)).ifPresent(texts::add);
        }
        return texts;
    }

    /** The members of a member. */
    public <T> Optional<T> object(String name, Function<Fields, T> reader) {
        return value(name).flatMap(value -> inside(value, at.append(name), problems, reader));
    }

    public <T> Optional<T> requiredObject(String name, Function<Fields, T> reader) {
        required(name);
        return object(name, reader);
    }

    private static <T> Optional<T> inside(
            Json value, JsonPointer at, List<PlaceView> problems, Function<Fields, T> reader) {
        if (!(value instanceof JObject object)) {
            problems.add(wrongTypePlace(at, "an object", value));
            return Optional.empty();
        }
        var fields = new Fields(object, at, problems);
        var read = reader.apply(fields);
        fields.refuseUnknown();
        return Optional.of(read);
    }

    private void refuseUnknown() {
        var known = String.join(", ", new TreeSet<>(asked));
        for (var name : object.members().keySet()) {
            if (!asked.contains(name)) {
                problems.add(ApiProblem.place(
                        at.append(name).toString(), PlaceCode.UNKNOWN, "no such field; known are " + known));
            }
        }
    }

    private Optional<String> text(Json value, JsonPointer place) {
        return value instanceof JString(var text) ? Optional.of(text) : wrongType(place, "a string", value);
    }

    /** Adds what is wrong with a member that only its reader can judge. */
    public void refuse(String name, String detail) {
        problems.add(ApiProblem.place(at.append(name).toString(), PlaceCode.INVALID_VALUE, detail));
    }

    private void missing(String name) {
        problems.add(ApiProblem.place(
                at.append(name).toString(), PlaceCode.MISSING, "the field \"" + name + "\" is missing"));
    }

    private <T> Optional<T> wrongType(JsonPointer place, String expected, Json found) {
        problems.add(wrongTypePlace(place, expected, found));
        return Optional.empty();
    }

    private static PlaceView wrongTypePlace(JsonPointer place, String expected, Json found) {
        return ApiProblem.place(
                place.toString(), PlaceCode.WRONG_TYPE, "expected " + expected + ", found " + found.kind());
    }

    private static String summary(List<PlaceView> problems) {
        return problems.stream()
                .limit(SHOWN)
                .map(place -> (place.pointer().isEmpty() ? "the whole" : place.pointer()) + ": " + place.detail())
                .collect(Collectors.joining("; "));
    }
}
