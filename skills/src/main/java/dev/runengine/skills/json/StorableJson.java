package dev.runengine.skills.json;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonLimits;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Json} can hold in memory although it could not be kept: text that has no UTF-8 form (RFC 7493, section
 * 2.1), the character U+0000, which PostgreSQL's jsonb refuses, and nesting that recursive readers do not survive.
 */
public final class StorableJson {
    /** Levels of objects and arrays: what the engine itself reads back. */
    public static final int MAX_DEPTH = JsonLimits.DEFAULT.maxDepth();

    private StorableJson() {}

    /** @return what forbids keeping the value, empty when nothing does */
    public static List<Problem> problems(Json value) {
        var problems = new ArrayList<Problem>();
        walk(value, JsonPointer.ROOT, problems);
        return List.copyOf(problems);
    }

    private static void walk(Json value, JsonPointer place, List<Problem> problems) {
        switch (value) {
            case JNull _, JBool _, JNumber _ -> {}
            case JString(var text) -> checkText(text, "the text", place, problems);
            case JArray array when isDeeperThanAllowed(place, problems) -> {}
            case JArray(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    walk(items.get(i), place.append(i), problems);
                }
            }
            case JObject object when isDeeperThanAllowed(place, problems) -> {}
            case JObject(var members) ->
                members.forEach((name, member) -> {
                    checkText(name, "a member's name", place, problems);
                    walk(member, place.append(name), problems);
                });
        }
    }

    private static boolean isDeeperThanAllowed(JsonPointer place, List<Problem> problems) {
        boolean tooDeep = place.segments().size() >= MAX_DEPTH;
        if (tooDeep) {
            problems.add(new Problem(place.toString(), "is nested deeper than " + MAX_DEPTH + " levels"));
        }
        return tooDeep;
    }

    private static void checkText(String text, String what, JsonPointer place, List<Problem> problems) {
        if (text.indexOf('\0') >= 0) {
            problems.add(new Problem(place.toString(), what + " contains U+0000, which cannot be stored"));
        }
        if (hasLoneSurrogate(text)) {
            problems.add(
                    new Problem(place.toString(), what + " contains half of a surrogate pair, which is no character"));
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        // A pair is read as one code point beyond U+FFFF, so a surrogate that comes out as itself has no partner.
        return text.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }
}
