package dev.runengine.runtime.limit;

import dev.runengine.runtime.quota.Quota;
import dev.runengine.runtime.quota.QuotaShares.Demand;
import dev.runengine.runtime.quota.QuotaShares.Grant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets executions of a node in, each when there is a unit of everything it needs: a permit of the node and one of each
 * limit that counts it. It takes them all at once or waits without any, so no execution that waits keeps another from
 * starting. Of those that could start, one of the tenant that runs least here comes first, then of the tenant that was let
 * in longest ago; within a tenant the one that waits longer. Safe for use by many threads.
 */
public final class Admission {
    private final ReentrantLock lock = new ReentrantLock();
    private final Limits limits;
    private final Gate node;
    private final Map<String, Gate> leased = new LinkedHashMap<>();
    private final Map<Line.Key, Line> lines = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Long> lastIn = new HashMap<>();
    private long count;
    private Runnable shortage = () -> {};

    /** @param permits how many executions run at once on this node */
    public Admission(int permits, Limits limits) {
        this.limits = limits;
        var own = new Quota.Concurrent("permits of this node", permits);
        this.node = new Gate(own);
        node.granted(new Demand(own, 0, permits), new Grant(permits, permits));
    }

    /** A started execution's place. Closing it lets others in. */
    public final class Pass implements AutoCloseable {
        private final Line line;

        private Pass(Line line) {
            this.line = line;
        }

        @Override
        public void close() {
            leave(line);
        }
    }

    /** Blocks until the execution may start. */
    public Pass enter(String tenant, String skill, UUID runId, String stepId) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var line = lines.computeIfAbsent(
                    new Line.Key(tenant, skill), key -> new Line(key, gates(limits.quotas(tenant, skill))));
            var entrant = new Line.Entrant(runId, stepId, count++, lock.newCondition());
            line.waiting().add(entrant);
            admit();
            if (!entrant.in && line.lacksLeased(node)) {
                shortage.run();
            }
            return awaitTurn(line, entrant);
        } finally {
            lock.unlock();
        }
    }

    private Pass awaitTurn(Line line, Line.Entrant entrant) throws InterruptedException {
        try {
            while (!entrant.in) {
                entrant.turn.await();
            }
            return new Pass(line);
        } catch (InterruptedException e) {
            if (entrant.in) {
                leave(line);
            } else {
                line.waiting().remove(entrant);
                forget(line);
            }
            throw e;
        }
    }

    private void leave(Line line) {
        lock.lock();
        try {
            boolean wantedElsewhere = false;
            for (var gate : line.gates()) {
                wantedElsewhere |= gate.giveBack();
            }
            running.merge(line.key().tenant(), -1, (a, b) -> a + b == 0 ? null : a + b);
            admit();
            if (wantedElsewhere) {
                shortage.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Gate> gates(List<Quota> quotas) {
        var gates = new ArrayList<Gate>();
        gates.add(node);
        for (var quota : quotas) {
            gates.add(leased.computeIfAbsent(quota.name(), _ -> new Gate(quota)));
        }
        return gates;
    }

    private void admit() {
        for (var next = next(); next.isPresent(); next = next()) {
            var line = next.get();
            line.gates().forEach(Gate::take);
            var tenant = line.key().tenant();
            running.merge(tenant, 1, Integer::sum);
            lastIn.put(tenant, count++);
            line.letIn();
            forget(line);
        }
    }

    private Optional<Line> next() {
        return lines.values().stream()
                .filter(Line::open)
                .min(Comparator.comparing(
                                (Line line) -> running.getOrDefault(line.key().tenant(), 0))
                        .thenComparing(line -> lastIn.getOrDefault(line.key().tenant(), -1L))
                        .thenComparing(Line::oldest));
    }

    private void forget(Line line) {
        if (line.waiting().isEmpty()) {
            lines.remove(line.key());
        }
    }

    /** What the executions of a run that may not start yet wait for, by step. */
    public Map<String, Wait> waits(UUID runId) {
        lock.lock();
        try {
            var waits = new HashMap<String, Wait>();
            for (var line : lines.values()) {
                for (var entrant : line.waiting()) {
                    if (entrant.runId.equals(runId)) {
                        waits.put(entrant.stepId, line.lacks());
                    }
                }
            }
            return waits;
        } finally {
            lock.unlock();
        }
    }

    /** @param action called, under the lock of this object, when more of what is leased is needed or some is to return */
    void onShortage(Runnable action) {
        shortage = action;
    }

    /** What is to be told of one gate. */
    record Report(Gate gate, Demand demand) {}

    /** Of everything that is leased or wanted. */
    List<Report> reports() {
        lock.lock();
        try {
            leased.values().removeIf(gate -> !gate.matters(waitingAt(gate)));
            return leased.values().stream()
                    .map(gate -> new Report(gate, gate.demand(waitingAt(gate))))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private int waitingAt(Gate gate) {
        return lines.values().stream()
                .filter(line -> line.gates().contains(gate))
                .mapToInt(line -> line.waiting().size())
                .sum();
    }

    /** @return whether somebody still waits for what is leased */
    boolean granted(List<Report> reports, List<Grant> grants) {
        lock.lock();
        try {
            for (int i = 0; i < reports.size(); i++) {
                reports.get(i).gate().granted(reports.get(i).demand(), grants.get(i));
            }
            admit();
            return lines.values().stream().anyMatch(line -> line.lacksLeased(node));
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more starts on what was leased so far. */
    void suspend() {
        lock.lock();
        try {
            leased.values().forEach(Gate::suspend);
        } finally {
            lock.unlock();
        }
    }
}
