package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Checks values that were built in memory for what {@link JsonReader} would refuse in a text: lone surrogates, which
 * have no UTF-8, U+0000, which PostgreSQL does not store, and more depth than is read back. The other rules hold for
 * every {@link Json}.
 */
public final class InteroperableJson {
    private InteroperableJson() {}

    public record Violation(JsonPointer at, String detail) {
        private Violation inside(String segment) {
            var segments = new ArrayList<String>();
            segments.add(segment);
            segments.addAll(at.segments());
            return new Violation(new JsonPointer(segments), detail);
        }
    }

    /** The first violation in document order. */
    public static Optional<Violation> firstViolation(Json value) {
        return find(value, JsonLimits.DEFAULT.maxDepth());
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

    private static Optional<Violation> find(Json value, int levelsLeft) {
        return switch (value) {
            case Json.JNull _, Json.JBool _, Json.JNumber _ -> Optional.empty();
            case Json.JString(var text) -> problemOf(text).map(InteroperableJson::here);
            case JArray _, JObject _
            when levelsLeft == 0 ->
                Optional.of(here("arrays and objects are more than " + JsonLimits.DEFAULT.maxDepth() + " deep"));
            case JArray array -> findInArray(array, levelsLeft - 1);
            case JObject object -> findInObject(object, levelsLeft - 1);
        };
    }

    private static Optional<Violation> findInArray(JArray array, int levelsLeft) {
        for (int i = 0; i < array.items().size(); i++) {
            var found = find(array.items().get(i), levelsLeft);
            if (found.isPresent()) {
                return Optional.of(found.get().inside(Integer.toString(i)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> findInObject(JObject object, int levelsLeft) {
        for (var member : object.members().entrySet()) {
            var found = problemOf(member.getKey())
                    .map(detail -> here("in the member name: " + detail))
                    .or(() -> find(member.getValue(), levelsLeft));
            if (found.isPresent()) {
                return Optional.of(found.get().inside(member.getKey()));
            }
        }
        return Optional.empty();
    }

    private static Violation here(String detail) {
        return new Violation(JsonPointer.ROOT, detail);
    }
}
