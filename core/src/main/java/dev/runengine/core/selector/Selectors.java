package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** The words in which a workflow author writes selectors. Paths look like {@code data.copy.cta_text} or {@code a[0].b}. */
public final class Selectors {
    private Selectors() {}

    /** A named part of an {@link #inputSelector}. */
    public record Field(String name, Selector value) {}

    public static Selector fromTrigger(String path) {
        return new Selector.FromTrigger(JsonPath.parse(path));
    }

    /** The whole output: {@code {data, outputArtifactIds}}. */
    public static Selector fromStep(String step) {
        return new Selector.FromStep(step, JsonPath.WHOLE);
    }

    public static Selector fromStep(String step, String path) {
        return new Selector.FromStep(step, JsonPath.parse(path));
    }

    public static Selector fromBaseRun(String step) {
        return new Selector.FromBaseRun(step, JsonPath.WHOLE);
    }

    public static Selector fromBaseRun(String step, String path) {
        return new Selector.FromBaseRun(step, JsonPath.parse(path));
    }

    public static Selector fromChange(String path) {
        return new Selector.FromChange(JsonPath.parse(path));
    }

    public static Selector artifact(String step, int index) {
        return new Selector.Artifact(step, index);
    }

    public static Selector constant(Json value) {
        return new Selector.Constant(value);
    }

    public static Selector constant(String value) {
        return constant(Json.of(value));
    }

    public static Selector constant(double value) {
        return constant(Json.of(value));
    }

    public static Selector constant(boolean value) {
        return constant(Json.of(value));
    }

    public static Selector merge(Selector... operands) {
        return new Selector.Merge(List.of(operands));
    }

    public static Selector firstOf(Selector... options) {
        return new Selector.FirstOf(List.of(options));
    }

    public static Selector optional(Selector of) {
        return new Selector.IfPresent(of);
    }

    public static Selector listOf(Selector... items) {
        return new Selector.ListOf(List.of(items));
    }

    public static Selector computed(String label, Function<RunScope, Json> function) {
        return new Selector.Computed(label, function);
    }

    public static Field field(String name, Selector value) {
        return new Field(name, value);
    }

    /** @throws IllegalArgumentException when two fields have one name */
    public static Selector inputSelector(Field... fields) {
        var byName = new LinkedHashMap<String, Selector>();
        for (var field : fields) {
            if (byName.put(field.name(), field.value()) != null) {
                throw new IllegalArgumentException("inputSelector has two fields \"" + field.name() + "\"");
            }
        }
        return new Selector.Fields(byName);
    }
}
