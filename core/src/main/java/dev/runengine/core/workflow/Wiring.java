package dev.runengine.core.workflow;

import dev.runengine.core.selector.SelectorReads.Read;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The edges of a workflow: the declared ones, completed by what the inputs read. */
final class Wiring {
    private static final int SHOWN = 20;

    private Wiring() {}

    /** Empty, and a problem that names the cycle, when steps wait for each other. */
    static Optional<DependencyGraph> graph(Draft draft, Problems problems) {
        return switch (DependencyGraph.of(edges(draft))) {
            case DependencyGraph.Result.Acyclic(var graph) -> Optional.of(graph);
            case DependencyGraph.Result.Cyclic(var cycle) -> {
                problems.inWorkflow(describe(cycle, draft));
                yield Optional.empty();
            }
        };
    }

    private static int[][] edges(Draft draft) {
        var steps = draft.spec().steps();
        var edges = new int[steps.size()][];
        for (int i = 0; i < edges.length; i++) {
            int self = i;
            var sources = new LinkedHashSet<>(steps.get(i).dependsOn());
            sources.addAll(draft.reads(i).steps());
            edges[i] = sources.stream()
                    .flatMap(id -> Stream.ofNullable(draft.numbers().get(id)))
                    .mapToInt(Integer::intValue)
                    .filter(source -> source != self)
                    .toArray();
        }
        return edges;
    }

    private static String describe(List<Integer> cycle, Draft draft) {
        var steps = draft.spec().steps();
        var names = cycle.stream().map(number -> steps.get(number).id()).toList();
        var shown = new ArrayList<>(names.subList(0, Math.min(SHOWN, names.size())));
        if (names.size() > SHOWN) {
            shown.add("(" + (names.size() - SHOWN) + " more)");
        }
        shown.add(names.getFirst());
        return "the steps wait for each other: " + String.join(" -> ", shown) + reasons(cycle, draft)
                + "; remove one of these dependencies";
    }

    /** Edges that no dependsOn declares are hard to find for a reader, so they are explained. */
    private static String reasons(List<Integer> cycle, Draft draft) {
        var steps = draft.spec().steps();
        var reasons = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, cycle.size()); i++) {
            var source = steps.get(cycle.get(i)).id();
            int reader = cycle.get((i + 1) % cycle.size());
            if (!steps.get(reader).dependsOn().contains(source)) {
                fieldThatReads(source, reader, draft)
                        .ifPresent(field -> reasons.append("; ")
                                .append(steps.get(reader).id())
                                .append(" reads ")
                                .append(source)
                                .append(field.isEmpty() ? "" : " in " + field));
            }
        }
        return reasons.toString();
    }

    private static Optional<String> fieldThatReads(String source, int reader, Draft draft) {
        return draft.reads(reader).reads().stream()
                .filter(read -> read instanceof Read.OfStep(var _, var step, var _) && step.equals(source))
                .map(Read::field)
                .findFirst();
    }
}
