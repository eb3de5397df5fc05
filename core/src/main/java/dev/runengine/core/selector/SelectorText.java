package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPath;
import java.util.Collection;
import java.util.stream.Collectors;

/** A selector as its author would write it with {@link Selectors}. */
public final class SelectorText {
    private SelectorText() {}

    public static String of(Selector selector) {
        return switch (selector) {
            case Selector.FromTrigger(var path) -> "fromTrigger(" + quoted(path) + ")";
            case Selector.FromChange(var path) -> "fromChange(" + quoted(path) + ")";
            case Selector.FromStep(var step, var path) -> "fromStep(" + place(step, path) + ")";
            case Selector.FromBaseRun(var step, var path) -> "fromBaseRun(" + place(step, path) + ")";
            case Selector.Artifact(var step, int index) -> "artifact(\"" + step + "\", " + index + ")";
            case Selector.Constant(Json value) -> "constant(" + value + ")";
            case Selector.Merge(var operands) -> "merge(" + all(operands) + ")";
            case Selector.FirstOf(var options) -> "firstOf(" + all(options) + ")";
            case Selector.IfPresent(var of) -> "optional(" + of(of) + ")";
            case Selector.ListOf(var items) -> "listOf(" + all(items) + ")";
            case Selector.Fields(var fields) ->
                fields.entrySet().stream()
                        .map(e -> "field(\"" + e.getKey() + "\", " + of(e.getValue()) + ")")
                        .collect(Collectors.joining(", ", "inputSelector(", ")"));
            case Selector.Computed(var label, var _) -> "computed(\"" + label + "\", ...)";
        };
    }

    private static String all(Collection<Selector> selectors) {
        return selectors.stream().map(SelectorText::of).collect(Collectors.joining(", "));
    }

    private static String place(String step, JsonPath path) {
        return "\"" + step + "\"" + (path.isWhole() ? "" : ", " + quoted(path));
    }

    private static String quoted(JsonPath path) {
        return "\"" + path + "\"";
    }
}
