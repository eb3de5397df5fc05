package dev.runengine.core.workflow;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some steps of one workflow, by number. Immutable. */
public final class StepSet {
    public static final StepSet EMPTY = new StepSet(new BitSet());

    private final BitSet steps;

    /** Takes the bits over; the caller lets go of them. */
    StepSet(BitSet steps) {
        this.steps = steps;
    }

    public static StepSet of(int... steps) {
        var bits = new BitSet();
        for (int step : steps) {
            bits.set(step);
        }
        return new StepSet(bits);
    }

    /** All steps of a workflow of that many. */
    public static StepSet all(int size) {
        var bits = new BitSet(size);
        bits.set(0, size);
        return new StepSet(bits);
    }

    public boolean contains(int step) {
        return steps.get(step);
    }

    public int size() {
        return steps.cardinality();
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    public StepSet union(StepSet other) {
        var both = (BitSet) steps.clone();
        both.or(other.steps);
        return new StepSet(both);
    }

    /** In declaration order. */
    public IntStream stream() {
        return steps.stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepSet set && steps.equals(set.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return stream().mapToObj(Integer::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}
