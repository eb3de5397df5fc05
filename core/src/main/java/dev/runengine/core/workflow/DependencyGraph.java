package dev.runengine.core.workflow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which steps wait for which, without cycles. Steps are numbers, in the order in which the workflow declares them. Every
 * operation is linear in steps and edges, and none recurses.
 */
public final class DependencyGraph {
    private final int[][] dependencies;
    private final int[][] successors;
    private final int[] order;

    private DependencyGraph(int[][] dependencies, int[][] successors, int[] order) {
        this.dependencies = dependencies;
        this.successors = successors;
        this.order = order;
    }

    /** What came of building a graph. */
    public sealed interface Result {
        record Acyclic(DependencyGraph graph) implements Result {}

        /** @param steps each waits for the one before it, and the first for the last */
        record Cyclic(List<Integer> steps) implements Result {
            public Cyclic {
                steps = List.copyOf(steps);
            }
        }
    }

    /** @param dependencies of each step, without duplicates */
    public static Result of(int[][] dependencies) {
        var own = new int[dependencies.length][];
        for (int step = 0; step < own.length; step++) {
            own[step] = dependencies[step].clone();
        }
        var successors = invert(own);
        var order = order(own, successors);
        return order.length == own.length
                ? new Result.Acyclic(new DependencyGraph(own, successors, order))
                : new Result.Cyclic(cycle(own, order));
    }

    public int size() {
        return order.length;
    }

    public int[] dependencies(int step) {
        return dependencies[step].clone();
    }

    public int[] successors(int step) {
        return successors[step].clone();
    }

    /** Every step after its dependencies; the same for equal graphs. */
    public int[] topologicalOrder() {
        return order.clone();
    }

    /** Steps that wait for nothing. */
    public StepSet entries() {
        return matching(dependencies);
    }

    /** Steps that nothing waits for. */
    public StepSet terminals() {
        return matching(successors);
    }

    /** All steps that must be done before this one, without it. */
    public StepSet ancestors(int step) {
        var reached = reach(StepSet.of(step), dependencies, StepSet.EMPTY);
        reached.clear(step);
        return new StepSet(reached);
    }

    /** The seeds and everything that follows from them. */
    public StepSet downstream(StepSet seeds) {
        return downstream(seeds, StepSet.EMPTY);
    }

    /** As the other, going through none of the barriers; a seed counts even where it is one. */
    public StepSet downstream(StepSet seeds, StepSet barriers) {
        return new StepSet(reach(seeds, successors, barriers));
    }

    private static StepSet matching(int[][] neighbours) {
        var bits = new BitSet(neighbours.length);
        IntStream.range(0, neighbours.length)
                .filter(step -> neighbours[step].length == 0)
                .forEach(bits::set);
        return new StepSet(bits);
    }

    private static BitSet reach(StepSet from, int[][] neighbours, StepSet barriers) {
        var reached = new BitSet(neighbours.length);
        from.stream().forEach(reached::set);
        var queue = new int[neighbours.length];
        int end = 0;
        for (int step : from.stream().toArray()) {
            queue[end++] = step;
        }
        for (int next = 0; next < end; next++) {
            for (int neighbour : neighbours[queue[next]]) {
                if (!reached.get(neighbour) && !barriers.contains(neighbour)) {
                    reached.set(neighbour);
                    queue[end++] = neighbour;
                }
            }
        }
        return reached;
    }

    private static int[][] invert(int[][] dependencies) {
        var counts = new int[dependencies.length];
        for (var ofStep : dependencies) {
            for (int dependency : ofStep) {
                counts[dependency]++;
            }
        }
        var successors = new int[dependencies.length][];
        for (int step = 0; step < successors.length; step++) {
            successors[step] = new int[counts[step]];
        }
        for (int step = dependencies.length - 1; step >= 0; step--) {
            for (int dependency : dependencies[step]) {
                successors[dependency][--counts[dependency]] = step;
            }
        }
        return successors;
    }

    /** Kahn's algorithm; steps on a cycle, and those behind one, are missing from the result. */
    private static int[] order(int[][] dependencies, int[][] successors) {
        var waitingFor = new int[dependencies.length];
        var order = new int[dependencies.length];
        int end = 0;
        for (int step = 0; step < waitingFor.length; step++) {
            waitingFor[step] = dependencies[step].length;
            if (waitingFor[step] == 0) {
                order[end++] = step;
            }
        }
        for (int next = 0; next < end; next++) {
            for (int successor : successors[order[next]]) {
                if (--waitingFor[successor] == 0) {
                    order[end++] = successor;
                }
            }
        }
        return IntStream.of(order).limit(end).toArray();
    }

    /** Every step that could not be ordered waits for another such step, so following them must come round. */
    private static List<Integer> cycle(int[][] dependencies, int[] ordered) {
        var stuck = new BitSet(dependencies.length);
        stuck.set(0, dependencies.length);
        IntStream.of(ordered).forEach(stuck::clear);
        var way = new ArrayList<Integer>();
        var seenAt = new int[dependencies.length];
        int step = stuck.nextSetBit(0);
        while (seenAt[step] == 0) {
            way.add(step);
            seenAt[step] = way.size();
            step = IntStream.of(dependencies[step])
                    .filter(stuck::get)
                    .findFirst()
                    .orElseThrow();
        }
        return fromSmallest(way.subList(seenAt[step] - 1, way.size()).reversed());
    }

    private static List<Integer> fromSmallest(List<Integer> cycle) {
        int start = cycle.indexOf(cycle.stream().min(Integer::compare).orElseThrow());
        var turned = new ArrayList<>(cycle.subList(start, cycle.size()));
        turned.addAll(cycle.subList(0, start));
        return turned;
    }
}
