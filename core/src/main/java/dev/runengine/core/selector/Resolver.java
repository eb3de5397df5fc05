package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPath.Reach;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.selector.Part.Absent;
import dev.runengine.core.selector.Part.Broken;
import dev.runengine.core.selector.Part.Present;
import dev.runengine.core.selector.Resolution.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One resolution of one selector. */
final class Resolver {
    private final RunScope scope;
    /** Top-level fields that were left out; whether the input can do without them is known when it is complete. */
    private final Map<String, Unresolved> leftOut = new LinkedHashMap<>();

    Resolver(RunScope scope) {
        this.scope = scope;
    }

    Resolution resolve(Selector selector, Predicate<String> requiredProperty) {
        return switch (part(selector, JsonPointer.ROOT)) {
            case Present(Json value) ->
                missingRequired(value, requiredProperty)
                        .<Resolution>map(why -> why)
                        .orElseGet(() -> new Resolution.Resolved(value));
            case Absent(var why, var _) -> why;
            case Broken(var why, var _) -> why;
        };
    }

    private Optional<Unresolved> missingRequired(Json value, Predicate<String> requiredProperty) {
        return leftOut.entrySet().stream()
                .filter(entry -> requiredProperty.test(entry.getKey()))
                .filter(entry ->
                        !(value instanceof JObject object && object.members().containsKey(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Part part(Selector selector, JsonPointer field) {
        return switch (selector) {
            case Selector.Constant(Json value) -> new Present(value);
            case Selector.FromTrigger(var path) -> read(scope.trigger(), path, selector, field, true);
            case Selector.FromChange change -> read(scope.trigger(), change.triggerPath(), selector, field, true);
            case Selector.FromStep(var step, var path) -> fromStep(step, path, selector, field);
            case Selector.Artifact artifact -> fromStep(artifact.step(), artifact.path(), selector, field);
            case Selector.FromBaseRun(var step, var path) -> fromBaseRun(step, path, selector, field);
            case Selector.Merge(var operands) -> merge(operands, field);
            case Selector.FirstOf(var options) -> firstOf(options, field);
            case Selector.IfPresent(var of) -> ifPresent(of, field);
            case Selector.Fields(var fields) -> fields(fields, field);
            case Selector.ListOf(var items) -> list(items, field);
            case Selector.Computed(var _, var function) -> computed(function, selector, field);
        };
    }

    private static Part read(Json document, JsonPath path, Selector origin, JsonPointer field, boolean excused) {
        return switch (path.follow(document)) {
            case Reach.Found(Json value) -> new Present(value);
            case Reach.Missing(var reached, var detail) -> {
                var where = reached.isWhole() ? "nothing of the path is there; the whole is " : reached + " is ";
                yield new Absent(unresolved(origin, field, where + detail), excused);
            }
        };
    }

    private Part fromStep(String step, JsonPath path, Selector origin, JsonPointer field) {
        // Not merely absent: a fallback taken because a step is not done yet would be a wrong input.
        return scope.output(step)
                .map(output -> read(output.asJson(), path, origin, field, false))
                .orElseGet(() -> new Broken(unresolved(origin, field, "step " + step + " has no output yet"), false));
    }

    private Part fromBaseRun(String step, JsonPath path, Selector origin, JsonPointer field) {
        return scope.baseOutput(step)
                .map(output -> read(output.asJson(), path, origin, field, false))
                .orElseGet(() -> new Absent(
                        unresolved(
                                origin,
                                field,
                                "neither the base run nor any run it is based on has a finished step " + step),
                        false));
    }

    private Part merge(List<Selector> operands, JsonPointer field) {
        Optional<Json> merged = Optional.empty();
        var absent = new ArrayList<Absent>();
        for (var operand : operands) {
            switch (part(operand, field)) {
                case Present(Json later) ->
                    merged = Optional.of(merged.map(earlier -> DeepMerge.merge(earlier, later))
                            .orElse(later));
                case Absent missing -> absent.add(missing);
                case Broken broken -> {
                    return broken;
                }
            }
        }
        return merged.<Part>map(Present::new).orElseGet(() -> allAbsent(absent));
    }

    private Part firstOf(List<Selector> options, JsonPointer field) {
        var absent = new ArrayList<Absent>();
        for (var option : options) {
            switch (part(option, field)) {
                case Absent missing -> absent.add(missing);
                case Present present -> {
                    return present;
                }
                case Broken broken -> {
                    return broken;
                }
            }
        }
        return allAbsent(absent);
    }

    private static Absent allAbsent(List<Absent> absent) {
        return new Absent(absent.getLast().why(), absent.stream().allMatch(Absent::excused));
    }

    private Part ifPresent(Selector of, JsonPointer field) {
        return switch (part(of, field)) {
            case Absent(var why, var _) -> new Absent(why, true);
            case Broken(var why, boolean incomplete) when incomplete -> new Absent(why, true);
            case Broken broken -> broken;
            case Present present -> present;
        };
    }

    private Part fields(Map<String, Selector> fields, JsonPointer field) {
        var members = new LinkedHashMap<String, Json>();
        for (var entry : fields.entrySet()) {
            var name = entry.getKey();
            switch (part(entry.getValue(), field.append(name))) {
                case Present(Json value) -> members.put(name, value);
                case Absent(var why, boolean excused) when excused -> leaveOut(name, why, field);
                case Absent(var why, var _) -> {
                    return new Broken(why, true);
                }
                case Broken broken -> {
                    return broken;
                }
            }
        }
        return new Present(new JObject(members));
    }

    private void leaveOut(String name, Unresolved why, JsonPointer parent) {
        if (parent.equals(JsonPointer.ROOT)) {
            leftOut.put(name, why);
        }
    }

    private Part list(List<Selector> items, JsonPointer field) {
        var values = new ArrayList<Json>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            switch (part(item, field.append(i))) {
                case Present(Json value) -> values.add(value);
                case Absent _ when item instanceof Selector.IfPresent -> {}
                case Absent missing -> {
                    return missing;
                }
                case Broken broken -> {
                    return broken;
                }
            }
        }
        return new Present(new JArray(values));
    }

    private Part computed(Function<RunScope, Json> function, Selector origin, JsonPointer field) {

        try {
            return new Present(Objects.requireNonNull(function.apply(scope), "no value"));
        } catch (RuntimeException thrownByTheAuthorsCode) {
            return new Broken(unresolved(origin, field, "its code failed with " + thrownByTheAuthorsCode), false);
        }
    }

    private static Unresolved unresolved(Selector origin, JsonPointer field, String detail) {
        return new Unresolved(field.toString(), SelectorText.of(origin), detail);
    }
}
