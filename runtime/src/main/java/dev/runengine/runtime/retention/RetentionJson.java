package dev.runengine.runtime.retention;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonMembers;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.runtime.retention.Retention.Rule;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what is kept for how long. */
final class RetentionJson {
    private static final Set<String> DOCUMENT = Set.of("retention");
    private static final Set<String> RULE = Set.of("tenants", "runs", "results");
    private static final Set<String> RESULTS = Set.of("made", "unused", "bytes");

    private RetentionJson() {}

    static Retention read(Json json) {
        return new Retention(JsonMembers.of(json, JsonPointer.ROOT, DOCUMENT).list("retention", RetentionJson::rule));
    }

    private static Rule rule(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, RULE);
        var results =
                JsonMembers.of(members.optionalObject("results").orElse(JObject.EMPTY), at.append("results"), RESULTS);
        var rule = new Rule(
                new HashSet<>(members.texts("tenants")),
                duration(members, "runs"),
                duration(results, "made"),
                duration(results, "unused"),
                bytes(results));
        if (rule.runs().isEmpty() && results.object().members().isEmpty()) {
            throw new JsonMismatchException(at, "limits nothing: give \"runs\", \"results\" or both");
        }
        return rule;
    }

    private static Optional<Duration> duration(JsonMembers members, String name) {
        return members.optionalText(name)
                .map(text -> duration(text, members.at().append(name)));
    }

    private static Duration duration(String text, JsonPointer at) {
        try {
            var duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new JsonMismatchException(
                at, "must be a time above 0 in days, hours, minutes and seconds, such as P90D or PT12H");
    }

    private static OptionalLong bytes(JsonMembers results) {
        return results.object().get("bytes").stream()
                .mapToLong(value -> bytes(value, results.at().append("bytes")))
                .findFirst();
    }

    private static long bytes(Json value, JsonPointer at) {
        if (value instanceof JNumber number && number.isInteger() && number.value() >= 0) {
            return (long) number.value();
        }
        throw new JsonMismatchException(at, "must be a whole number of bytes, 0 or more");
    }
}
