package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a JSON document: {@code ""} is the whole, {@code /a/0} the first item of member {@code a}.
 *
 * @param segments unescaped reference tokens
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
public record JsonPointer(List<String> segments) {
    public static final JsonPointer ROOT = new JsonPointer(List.of());

    public JsonPointer {
        segments = List.copyOf(segments);
    }

    public static JsonPointer of(String... segments) {
        return new JsonPointer(List.of(segments));
    }

    /** @throws IllegalArgumentException for a text that does not start with a slash, or has a ~ that escapes nothing */
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer is empty or starts with /, not \"" + text + "\"");
        }
        var segments = new ArrayList<String>();
        for (int start = 1; start <= text.length(); ) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            segments.add(unescape(text.substring(start, end), text));
            start = end + 1;
        }
        return new JsonPointer(segments);
    }

    public JsonPointer append(String name) {
        var longer = new ArrayList<>(segments);
        longer.add(name);
        return new JsonPointer(longer);
    }

    public JsonPointer append(int index) {
        return append(Integer.toString(index));
    }

    public Optional<Json> find(Json document) {
        var at = Optional.of(document);
        for (var segment : segments) {
            at = at.flatMap(value -> child(value, segment));
        }
        return at;
    }

    /** Whether the other pointer is this place or inside it. */
    public boolean covers(JsonPointer other) {
        return other.segments.size() >= segments.size()
                && other.segments.subList(0, segments.size()).equals(segments);
    }

    /** Whether a change at one of the two places can be seen at the other. */
    public boolean overlaps(JsonPointer other) {
        return covers(other) || other.covers(this);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var segment : segments) {
            text.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }

    private static Optional<Json> child(Json value, String segment) {
        return switch (value) {
            case JObject object -> object.get(segment);
            case JArray(var items) ->
                arrayIndex(segment).filter(index -> index < items.size()).map(items::get);
            case Json.JNull _, Json.JBool _, Json.JNumber _, Json.JString _ -> Optional.empty();
        };
    }

    private static Optional<Integer> arrayIndex(String segment) {
        // RFC 6901 §4: no leading zeros. Nine digits are beyond any list that fits in memory.
        return segment.matches("0|[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(segment)) : Optional.empty();
    }

    private static String unescape(String segment, String whole) {
        if (segment.matches("(?s).*~(?![01]).*")) {
            throw new IllegalArgumentException("in a JSON pointer ~ stands only before 0 or 1: \"" + whole + "\"");
        }
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
