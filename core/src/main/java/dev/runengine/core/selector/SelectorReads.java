package dev.runengine.core.selector;

import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a selector reads, in the order in which it is written.
 *
 * @param opaque whether it has a computed part, whose reads nobody can list
 */
public record SelectorReads(List<Read> reads, boolean opaque) {

    public SelectorReads {
        reads = List.copyOf(reads);
    }

    /** One path that is read, and for which part of the input (a JSON pointer). */
    public sealed interface Read {
        String field();

        JsonPath path();

        record OfTrigger(String field, JsonPath path) implements Read {}

        record OfStep(String field, String step, JsonPath path) implements Read {}

        record OfBaseRun(String field, String step, JsonPath path) implements Read {}
    }

    public static SelectorReads of(Selector selector) {
        var collector = new Collector();
        collector.visit(selector, JsonPointer.ROOT);
        return new SelectorReads(collector.reads, collector.opaque);
    }

    /** Steps of the same run. */
    public Set<String> steps() {
        var steps = new LinkedHashSet<String>();
        for (var read : reads) {
            if (read instanceof Read.OfStep(var _, var step, var _)) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** Steps of the base run. */
    public Set<String> baseSteps() {
        var steps = new LinkedHashSet<String>();
        for (var read : reads) {
            if (read instanceof Read.OfBaseRun(var _, var step, var _)) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** Paths into the trigger payload; those of change requests start with {@code changes}. */
    public List<JsonPath> triggerPaths() {
        return reads.stream()
                .filter(Read.OfTrigger.class::isInstance)
                .map(Read::path)
                .distinct()
                .toList();
    }

    private static final class Collector {
        private final List<Read> reads = new ArrayList<>();
        private boolean opaque;

        void visit(Selector selector, JsonPointer field) {
            var at = field.toString();
            switch (selector) {
                case Selector.FromTrigger(var path) -> reads.add(new Read.OfTrigger(at, path));
                case Selector.FromChange change -> reads.add(new Read.OfTrigger(at, change.triggerPath()));
                case Selector.FromStep(var step, var path) -> reads.add(new Read.OfStep(at, step, path));
                case Selector.Artifact artifact -> reads.add(new Read.OfStep(at, artifact.step(), artifact.path()));
                case Selector.FromBaseRun(var step, var path) -> reads.add(new Read.OfBaseRun(at, step, path));
                case Selector.Constant _ -> {}
                case Selector.Merge(var operands) -> operands.forEach(operand -> visit(operand, field));
                case Selector.FirstOf(var options) -> options.forEach(option -> visit(option, field));
                case Selector.IfPresent(var of) -> visit(of, field);
                case Selector.Fields(var fields) -> fields.forEach((name, value) -> visit(value, field.append(name)));
                case Selector.ListOf(var items) -> {
                    for (int i = 0; i < items.size(); i++) {
                        visit(items.get(i), field.append(i));
                    }
                }
                case Selector.Computed _ -> opaque = true;
            }
        }
    }
}
