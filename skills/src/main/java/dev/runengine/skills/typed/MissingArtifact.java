package dev.runengine.skills.typed;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillContext.ArtifactMissingException;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.ArrayList;
import java.util.List;

/** The refusal of an input that names an artifact nobody has; the skill itself need not know which member did. */
final class MissingArtifact {
    private MissingArtifact() {}

    static SkillFailure failure(ArtifactMissingException missing, Json input) {
        var message = String.valueOf(missing.getMessage());
        var problems = places(input, missing.address().uri()).stream()
                .map(place -> new Problem(place.toString(), message))
                .toList();
        // Named by a file the skill has read, perhaps, such as a manifest: then there is no place to point at.
        return new InvalidInput(
                problems.isEmpty() ? message : problems.getFirst().pointer() + ": " + message, problems);
    }

    private static List<JsonPointer> places(Json input, String uri) {
        var found = new ArrayList<JsonPointer>();
        collect(input, uri, JsonPointer.ROOT, found);
        return found;
    }

    private static void collect(Json value, String uri, JsonPointer place, List<JsonPointer> found) {
        switch (value) {
            case JString(var text) when text.equals(uri) -> found.add(place);
            case JNull _, JBool _, JNumber _, JString _ -> {}
            case JArray(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), uri, place.append(i), found);
                }
            }
            case JObject(var members) ->
                members.forEach((name, member) -> collect(member, uri, place.append(name), found));
        }
    }
}
