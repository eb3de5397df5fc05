package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import java.util.LinkedHashMap;

/** Not RFC 7396: here null is a value like any other, because an input may need one. */
final class DeepMerge {
    private DeepMerge() {}

    static Json merge(Json earlier, Json later) {
        return earlier instanceof JObject a && later instanceof JObject b ? mergeObjects(a, b) : later;
    }

    private static JObject mergeObjects(JObject earlier, JObject later) {
        var members = new LinkedHashMap<>(earlier.members());
        later.members().forEach((name, value) -> members.merge(name, value, DeepMerge::merge));
        return new JObject(members);
    }
}
