package dev.runengine.core.json;

import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JObject;
import java.util.LinkedHashMap;

/**
 * Changes a document by an outline of what should be different: members set, members removed by null.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396, JSON Merge Patch</a>
 */
public final class MergePatch {
    private MergePatch() {}

    public static Json apply(Json target, Json patch) {
        return patch instanceof JObject changes
                ? applyMembers(target instanceof JObject object ? object : JObject.EMPTY, changes)
                : patch;
    }

    /** Applies the patch to one place, whose segments are member names; objects on the way there are made when missing. */
    public static Json applyAt(Json target, JsonPointer place, Json patch) {
        var whole = patch;
        for (var name : place.segments().reversed()) {
            whole = Json.object(name, whole);
        }
        return apply(target, whole);
    }

    private static JObject applyMembers(JObject target, JObject patch) {
        var members = new LinkedHashMap<>(target.members());
        patch.members().forEach((name, change) -> {
            if (change instanceof JNull) {
                members.remove(name);
            } else {
                members.put(name, apply(members.getOrDefault(name, Json.NULL), change));
            }
        });
        return new JObject(members);
    }
}
