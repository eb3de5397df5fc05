package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Selectors as JSON, one object per node, named after the words of {@link Selectors}:
 *
 * <pre>{@code
 * {"fromTrigger": "brief.title"}               {"fromChange": "audio.bpm"}
 * {"fromStep": "plan", "path": "data.copy"}    {"fromBaseRun": "plan", "path": "data.copy"}
 * {"artifact": "render", "index": 0}           {"constant": 30}
 * {"merge": [...]}   {"firstOf": [...]}        {"listOf": [...]}
 * {"optional": {...}}                          {"inputSelector": {"style": {...}}}
 * {"computed": "label"}                        written only
 * }</pre>
 */
public final class SelectorJson {
    private SelectorJson() {}

    public static JObject write(Selector selector) {
        return switch (selector) {
            case Selector.FromTrigger(var path) -> Json.object("fromTrigger", text(path));
            case Selector.FromChange(var path) -> Json.object("fromChange", text(path));
            case Selector.FromStep(var step, var path) -> place("fromStep", step, path);
            case Selector.FromBaseRun(var step, var path) -> place("fromBaseRun", step, path);
            case Selector.Artifact(var step, int index) ->
                Json.object("artifact", Json.of(step), "index", Json.of(index));
            case Selector.Constant(Json value) -> Json.object("constant", value);
            case Selector.Merge(var operands) -> Json.object("merge", all(operands));
            case Selector.FirstOf(var options) -> Json.object("firstOf", all(options));
            case Selector.ListOf(var items) -> Json.object("listOf", all(items));
            case Selector.IfPresent(var of) -> Json.object("optional", write(of));
            case Selector.Fields(var fields) -> Json.object("inputSelector", fields(fields));
            case Selector.Computed(var label, var _) -> Json.object("computed", Json.of(label));
        };
    }

    /**
     * @throws dev.runengine.core.json.JsonMismatchException naming the place that is no selector; a computed selector is
     *     none, since its code was not written
     */
    public static Selector read(Json json) {
        return read(json, JsonPointer.ROOT);
    }

    /** As {@link #read(Json)}, for a selector that stands somewhere in a document. */
    public static Selector read(Json json, JsonPointer at) {
        return SelectorJsonReader.read(json, at);
    }

    private static JObject place(String word, String step, JsonPath path) {
        var json = Json.object(word, Json.of(step));
        return path.isWhole() ? json : json.with("path", text(path));
    }

    private static Json text(JsonPath path) {
        return Json.of(path.toString());
    }

    private static JArray all(Collection<Selector> selectors) {
        return new JArray(selectors.stream().<Json>map(SelectorJson::write).toList());
    }

    private static JObject fields(Map<String, Selector> fields) {
        var members = new LinkedHashMap<String, Json>();
        fields.forEach((name, selector) -> members.put(name, write(selector)));
        return new JObject(members);
    }
}
