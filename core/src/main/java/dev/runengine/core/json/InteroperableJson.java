package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import java.util.Optional;

/**
 * Checks values that were built in memory for what {@link JsonReader} would refuse in a text: lone surrogates, which
 * have no UTF-8, and U+0000, which PostgreSQL does not store. The other rules hold for every {@link Json}.
 */
public final class InteroperableJson {
    private InteroperableJson() {}

    public record Violation(JsonPointer at, String detail) {}

    /** The first violation in document order. */
    public static Optional<Violation> firstViolation(Json value) {
        return find(value, JsonPointer.ROOT);
    }

    static Optional<String> problemOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("a string cannot hold U+0000");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of(String.format("a string cannot hold the lone surrogate U+%04X", (int) c));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> find(Json value, JsonPointer at) {
        return switch (value) {
            case Json.JNull _, Json.JBool _, Json.JNumber _ -> Optional.empty();
            case Json.JString(var text) -> problemOf(text).map(detail -> new Violation(at, detail));
            case JArray array -> findInArray(array, at);
            case JObject object -> findInObject(object, at);
        };
    }

    private static Optional<Violation> findInArray(JArray array, JsonPointer at) {
        for (int i = 0; i < array.items().size(); i++) {
            var found = find(array.items().get(i), at.append(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> findInObject(JObject object, JsonPointer at) {
        for (var member : object.members().entrySet()) {
            var inside = at.append(member.getKey());
            var found = problemOf(member.getKey())
                    .map(detail -> new Violation(inside, "in the member name: " + detail))
                    .or(() -> find(member.getValue(), inside));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
