package dev.runengine.runtime.limit;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.JsonMembers;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.runtime.limit.Limits.Limit;
import dev.runengine.runtime.limit.Limits.Rate;
import java.util.HashSet;
import java.util.Set;

/** Reads limits. */
final class LimitsJson {
    private static final Set<String> DOCUMENT = Set.of("limits");
    private static final Set<String> LIMIT = Set.of("name", "skills", "tenants", "perTenant", "concurrent", "rate");
    private static final Set<String> RATE = Set.of("perSecond", "burst");

    private LimitsJson() {}

    static Limits read(Json json) {
        var root = JsonPointer.ROOT;
        try {
            return new Limits(JsonMembers.of(json, root, DOCUMENT).list("limits", LimitsJson::limit));
        } catch (IllegalArgumentException e) {
            throw new JsonMismatchException(root.append("limits"), String.valueOf(e.getMessage()));
        }
    }

    private static Limit limit(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, LIMIT);
        var concurrent = members.optionalInteger("concurrent");
        if (concurrent.filter(permits -> permits < 1).isPresent()) {
            throw new JsonMismatchException(at.append("concurrent"), "must be 1 or more");
        }
        var rate = members.optionalObject("rate").map(value -> rate(value, at.append("rate")));
        if (concurrent.isEmpty() && rate.isEmpty()) {
            throw new JsonMismatchException(at, "limits nothing: give \"concurrent\", \"rate\" or both");
        }
        return new Limit(
                members.text("name"),
                new HashSet<>(members.texts("skills")),
                new HashSet<>(members.texts("tenants")),
                members.optionalFlag("perTenant").orElse(false),
                concurrent,
                rate);
    }

    private static Rate rate(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, RATE);
        if (!(members.required("perSecond") instanceof JNumber(double perSecond)) || perSecond <= 0) {
            throw new JsonMismatchException(at.append("perSecond"), "must be a number above 0");
        }
        int burst = members.optionalInteger("burst").orElse(1);
        if (burst < 1) {
            throw new JsonMismatchException(at.append("burst"), "must be 1 or more");
        }
        return new Rate(perSecond, burst);
    }
}
