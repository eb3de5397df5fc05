package dev.runengine.skills.provider;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonMembers;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPointer;
import java.time.Duration;
import java.util.Optional;

/** Members of a document that is known to fit its schema. */
record Members(JObject object, JsonPointer at) {

    static Members of(Json value, JsonPointer at) {
        return new Members((JObject) value, at);
    }

    JsonPointer place(String name) {
        return at.append(name);
    }

    Optional<Members> inner(String name) {
        return object.get(name).map(value -> of(value, place(name)));
    }

    Members required(String name) {
        return inner(name).orElseThrow(() -> new JsonMismatchException(at, "the member \"" + name + "\" is missing"));
    }

    Optional<String> text(String name) {
        return all().optionalText(name);
    }

    /** RFC 6901. */
    Optional<JsonPointer> pointer(String name) {
        return text(name).map(text -> JsonMismatchException.placing(place(name), () -> JsonPointer.parse(text)));
    }

    double number(String name, double otherwise) {
        return object.get(name).map(value -> ((JNumber) value).value()).orElse(otherwise);
    }

    Duration seconds(String name, double otherwise) {
        return Duration.ofMillis(Math.round(number(name, otherwise) * 1_000));
    }

    JsonMembers all() {
        return new JsonMembers(object, at);
    }
}
