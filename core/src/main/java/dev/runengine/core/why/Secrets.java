package dev.runengine.core.why;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.json.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a document nobody is shown: members that its schema says are {@code writeOnly} or of format {@code password},
 * and members whose names say so by themselves, whatever the schema forgot.
 */
public final class Secrets {
    /** What is shown instead. */
    public static final Json HIDDEN = Json.of("***");

    private static final Pattern NAMES = Pattern.compile(
            ".*(password|passphrase|secret|apikey|accesskey|privatekey|authorization|credentials?)|.*token");
    private static final String EACH = "*";

    private final List<List<String>> places = new ArrayList<>();

    private Secrets() {}

    /** Goes by names alone. */
    public static Secrets byName() {
        return new Secrets();
    }

    /** @param schema JSON Schema 2020-12 of the documents */
    public static Secrets of(JObject schema) {
        var secrets = new Secrets();
        new Search(schema, secrets.places).collect(schema, List.of());
        return secrets;
    }

    /** The document as it may be shown. */
    public Json redacted(Json document) {
        return redacted(document, List.of());
    }

    /** A difference as it may be shown: that there is one is no secret. */
    public Difference redacted(Difference difference) {
        return new Difference(
                difference.at(),
                difference.before().map(value -> redacted(value, difference.at())),
                difference.after().map(value -> redacted(value, difference.at())));
    }

    private Json redacted(Json value, JsonPointer at) {
        for (int length = 1; length <= at.segments().size(); length++) {
            if (isSecret(at.segments().subList(0, length))) {
                return HIDDEN;
            }
        }
        return redacted(value, at.segments());
    }

    private Json redacted(Json value, List<String> at) {
        return switch (value) {
            case JObject(var members) -> {
                var shown = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> {
                    var place = longer(at, name);
                    shown.put(name, isSecret(place) ? HIDDEN : redacted(member, place));
                });
                yield new JObject(shown);
            }
            case JArray(var items) -> {
                var shown = new ArrayList<Json>();
                for (int i = 0; i < items.size(); i++) {
                    var place = longer(at, Integer.toString(i));
                    shown.add(isSecret(place) ? HIDDEN : redacted(items.get(i), place));
                }
                yield new JArray(shown);
            }
            case Json.JNull _, Json.JBool _, Json.JNumber _, JString _ -> value;
        };
    }

    private boolean isSecret(List<String> at) {
        var name = at.getLast().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
        return NAMES.matcher(name).matches() || places.stream().anyMatch(place -> fits(place, at));
    }

    private static boolean fits(List<String> place, List<String> at) {
        if (place.size() != at.size()) {
            return false;
        }
        for (int i = 0; i < place.size(); i++) {
            if (!place.get(i).equals(EACH) && !place.get(i).equals(at.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What of a schema says secret. A reference within itself is followed once: deeper down only names tell. */
    private static final class Search {
        private final JObject root;
        private final List<List<String>> places;
        private final Set<String> following = new HashSet<>();

        Search(JObject root, List<List<String>> places) {
            this.root = root;
            this.places = places;
        }

        void collect(Json schema, List<String> at) {
            if (!(schema instanceof JObject object)) {
                return;
            }
            if (!at.isEmpty() && saysSecret(object)) {
                places.add(at);
                return;
            }
            if (object.get("properties").orElse(Json.NULL) instanceof JObject(var members)) {
                members.forEach((name, member) -> collect(member, longer(at, name)));
            }
            for (var keyword : List.of("items", "additionalProperties")) {
                object.get(keyword).ifPresent(others -> collect(others, longer(at, EACH)));
            }
            for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
                if (object.get(keyword).orElse(Json.NULL) instanceof JArray(var parts)) {
                    parts.forEach(part -> collect(part, at));
                }
            }
            if (object.get("$ref").orElse(Json.NULL) instanceof JString(var reference)) {
                follow(reference, at);
            }
        }

        private void follow(String reference, List<String> at) {
            if (reference.startsWith("#/") && following.add(reference)) {
                JsonPointer.parse(reference.substring(1)).find(root).ifPresent(target -> collect(target, at));
                following.remove(reference);
            }
        }
    }

    private static boolean saysSecret(JObject schema) {
        return schema.get("writeOnly").orElse(Json.FALSE).equals(new JBool(true))
                || schema.get("format").orElse(Json.NULL).equals(Json.of("password"));
    }

    private static List<String> longer(List<String> at, String segment) {
        var longer = new ArrayList<>(at);
        longer.add(segment);
        return longer;
    }
}
