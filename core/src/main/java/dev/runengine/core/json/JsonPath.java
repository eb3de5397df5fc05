package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a workflow author writes to reach into a value: {@code data.video_prompts[0].prompt}; the empty path is the whole
 * value. A name is any text without a dot or a bracket.
 */
public record JsonPath(List<Segment> segments) {
    public static final JsonPath WHOLE = new JsonPath(List.of());

    public JsonPath {
        segments = List.copyOf(segments);
    }

    /** One step of the way down. */
    public sealed interface Segment {
        record Name(String name) implements Segment {}

        record Index(int index) implements Segment {}
    }

    /** Where following a path ended. */
    public sealed interface Reach {
        record Found(Json value) implements Reach {}

        /**
         * @param reached the part of the path that exists
         * @param detail what is there instead, as the end of a sentence
         */
        record Missing(JsonPath reached, String detail) implements Reach {}
    }

    /** @throws IllegalArgumentException saying at which character the text stops being a path */
    public static JsonPath parse(String text) {
        return new JsonPathParser(text).parse();
    }

    public Reach follow(Json document) {
        var at = document;
        for (int depth = 0; depth < segments.size(); depth++) {
            var next = child(at, segments.get(depth));
            if (next.isEmpty()) {
                return new Reach.Missing(prefix(depth), describe(at));
            }
            at = next.get();
        }
        return new Reach.Found(at);
    }

    public Optional<Json> find(Json document) {
        return switch (follow(document)) {
            case Reach.Found(Json value) -> Optional.of(value);
            case Reach.Missing _ -> Optional.empty();
        };
    }

    public boolean isWhole() {
        return segments.isEmpty();
    }

    public JsonPath prefix(int length) {
        return new JsonPath(segments.subList(0, length));
    }

    /** This path seen from the member of that name, one level up. */
    public JsonPath under(String name) {
        var longer = new ArrayList<Segment>(segments.size() + 1);
        longer.add(new Segment.Name(name));
        longer.addAll(segments);
        return new JsonPath(longer);
    }

    public JsonPointer toPointer() {
        return new JsonPointer(segments.stream()
                .map(segment -> switch (segment) {
                    case Segment.Name(var name) -> name;
                    case Segment.Index(int index) -> Integer.toString(index);
                })
                .toList());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var segment : segments) {
            switch (segment) {
                case Segment.Name(var name) ->
                    text.append(text.isEmpty() ? "" : ".").append(name);
                case Segment.Index(int index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    private static Optional<Json> child(Json value, Segment segment) {
        return switch (segment) {
            case Segment.Name(var name) -> value instanceof JObject object ? object.get(name) : Optional.empty();
            case Segment.Index(int index) ->
                value instanceof JArray(var items) && index < items.size()
                        ? Optional.of(items.get(index))
                        : Optional.empty();
        };
    }

    private static String describe(Json value) {
        return switch (value) {
            case JObject object when object.members().isEmpty() -> "an empty object";
            case JObject object -> "an object with " + names(object);
            case JArray(var items) -> "an array of " + items.size();
            case Json.JNull _ -> "null";
            case Json.JBool _, Json.JNumber _, Json.JString _ -> "a " + value.kind();
        };
    }

    private static String names(JObject object) {
        var text = new StringJoiner(", ");
        object.members().keySet().stream().limit(12).forEach(text::add);
        int more = object.members().size() - 12;
        return more > 0 ? text + " and " + more + " more" : text.toString();
    }
}
