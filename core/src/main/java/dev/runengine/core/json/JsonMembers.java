package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Takes the members of an object apart into Java values; what is missing or of another kind is a {@link
 * JsonMismatchException} with the place.
 *
 * @param at where the object stands in its document
 */
public record JsonMembers(JObject object, JsonPointer at) {

    /** @throws JsonMismatchException when the value is no object, or has a member beyond the allowed ones */
    public static JsonMembers of(Json value, JsonPointer at, Set<String> allowed) {
        if (!(value instanceof JObject object)) {
            throw JsonMismatchException.kind(at, "an object", value);
        }
        for (var name : object.members().keySet()) {
            if (!allowed.contains(name)) {
                throw new JsonMismatchException(
                        at.append(name), "no such member here; known are " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
        return new JsonMembers(object, at);
    }

    public boolean has(String name) {
        return object.members().containsKey(name);
    }

    public Json required(String name) {
        return object.get(name)
                .orElseThrow(() -> new JsonMismatchException(at, "the member \"" + name + "\" is missing"));
    }

    public String text(String name) {
        return asText(required(name), at.append(name));
    }

    public Optional<String> optionalText(String name) {
        return object.get(name).map(value -> asText(value, at.append(name)));
    }

    /** A whole number in the range of an int. */
    public Optional<Integer> optionalInteger(String name) {
        return object.get(name).map(value -> {
            if (value instanceof JNumber number && number.value() == (int) number.value()) {
                return (int) number.value();
            }
            throw JsonMismatchException.kind(at.append(name), "a whole number", value);
        });
    }

    public Optional<Boolean> optionalFlag(String name) {
        return object.get(name).map(value -> {
            if (value instanceof JBool(boolean flag)) {
                return flag;
            }
            throw JsonMismatchException.kind(at.append(name), "true or false", value);
        });
    }

    public Optional<JObject> optionalObject(String name) {
        return object.get(name).map(value -> {
            if (value instanceof JObject member) {
                return member;
            }
            throw JsonMismatchException.kind(at.append(name), "an object", value);
        });
    }

    /** The items of an array, each read with its place; an absent member is an empty list. */
    public <T> List<T> list(String name, BiFunction<Json, JsonPointer, T> item) {
        var place = at.append(name);
        var items = switch (object.get(name).orElse(new JArray(List.of()))) {
            case JArray(var values) -> values;
            case Json other -> throw JsonMismatchException.kind(place, "an array", other);
        };
        var read = new ArrayList<T>(items.size());
        for (int i = 0; i < items.size(); i++) {
            read.add(item.apply(items.get(i), place.append(i)));
        }
        return read;
    }

    public List<String> texts(String name) {
        return list(name, JsonMembers::asText);
    }

    private static String asText(Json value, JsonPointer at) {
        if (value instanceof JString(String text)) {
            return text;
        }
        throw JsonMismatchException.kind(at, "a string", value);
    }
}
