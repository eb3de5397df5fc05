package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonMembers;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import java.util.LinkedHashMap;
import java.util.Set;

/** Reads what {@link SelectorJson} writes. */
final class SelectorJsonReader {
    private static final Set<String> MEMBERS = Set.of(
            "fromTrigger",
            "fromChange",
            "fromStep",
            "fromBaseRun",
            "path",
            "artifact",
            "index",
            "constant",
            "merge",
            "firstOf",
            "listOf",
            "optional",
            "inputSelector",
            "computed");

    private SelectorJsonReader() {}

    static Selector read(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, MEMBERS);
        var words = members.object().members().keySet().stream()
                .filter(name -> !name.equals("path") && !name.equals("index"))
                .toList();
        if (words.size() != 1) {
            throw new JsonMismatchException(
                    at, "a selector has exactly one word such as fromStep or constant, this has " + words);
        }
        var selector = read(words.getFirst(), members);
        refuseStray("path", members, selector instanceof Selector.FromStep || selector instanceof Selector.FromBaseRun);
        refuseStray("index", members, selector instanceof Selector.Artifact);
        return selector;
    }

    private static Selector read(String word, JsonMembers members) {
        var at = members.at().append(word);
        return switch (word) {
            case "fromTrigger" -> new Selector.FromTrigger(path(members, word));
            case "fromChange" -> new Selector.FromChange(path(members, word));
            case "fromStep" -> new Selector.FromStep(members.text(word), path(members, "path"));
            case "fromBaseRun" -> new Selector.FromBaseRun(members.text(word), path(members, "path"));
            case "artifact" -> artifact(members);
            case "constant" -> new Selector.Constant(members.required(word));
            case "merge" ->
                JsonMismatchException.placing(
                        at, () -> new Selector.Merge(members.list(word, SelectorJsonReader::read)));
            case "firstOf" ->
                JsonMismatchException.placing(
                        at, () -> new Selector.FirstOf(members.list(word, SelectorJsonReader::read)));
            case "listOf" -> new Selector.ListOf(members.list(word, SelectorJsonReader::read));
            case "optional" -> new Selector.IfPresent(read(members.required(word), at));
            case "inputSelector" -> fields(members.optionalObject(word).orElse(JObject.EMPTY), at);
            default ->
                throw new JsonMismatchException(
                        at, "a computed selector is Java code and cannot be read back; wire it in Java, or as data");
        };
    }

    private static Selector artifact(JsonMembers members) {
        int index = members.optionalInteger("index").orElse(0);
        return JsonMismatchException.placing(
                members.at().append("index"), () -> new Selector.Artifact(members.text("artifact"), index));
    }

    private static Selector fields(JObject fields, JsonPointer at) {
        var read = new LinkedHashMap<String, Selector>();
        fields.members().forEach((name, selector) -> read.put(name, read(selector, at.append(name))));
        return new Selector.Fields(read);
    }

    private static JsonPath path(JsonMembers members, String name) {
        var text = members.optionalText(name).orElse("");
        return JsonMismatchException.placing(members.at().append(name), () -> JsonPath.parse(text));
    }

    private static void refuseStray(String name, JsonMembers members, boolean belongs) {
        if (members.has(name) && !belongs) {
            throw new JsonMismatchException(members.at().append(name), "this selector has no " + name);
        }
    }
}
