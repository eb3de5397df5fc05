package dev.runengine.runtime.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;

/** Executions that need the same: one tenant's of one skill, the longest waiting first. Guarded by the {@link Admission}. */
record Line(Key key, List<Gate> gates, Deque<Entrant> waiting) {
    Line(Key key, List<Gate> gates) {
        this(key, gates, new ArrayDeque<>());
    }

    /** Whose executions of what. */
    record Key(String tenant, String skill) {}

    /** One execution that wants in. */
    static final class Entrant {
        final UUID runId;
        final String stepId;
        final long arrival;
        final Condition turn;
        boolean in;

        Entrant(UUID runId, String stepId, long arrival, Condition turn) {
            this.runId = runId;
            this.stepId = stepId;
            this.arrival = arrival;
            this.turn = turn;
        }
    }

    boolean open() {
        return !waiting.isEmpty() && gates.stream().allMatch(Gate::open);
    }

    long oldest() {
        return waiting.getFirst().arrival;
    }

    void letIn() {
        var first = waiting.removeFirst();
        first.in = true;
        first.turn.signal();
    }

    /** Whether it waits for something that the fleet may have. */
    boolean lacksLeased(Gate node) {
        return !waiting.isEmpty() && gates.stream().anyMatch(gate -> gate != node && !gate.open());
    }

    Wait lacks() {
        return gates.stream()
                .filter(gate -> !gate.open())
                .map(Gate::waitedFor)
                .findFirst()
                .orElse(Wait.PERMIT);
    }
}
