package dev.runengine.app.crash;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which local skills are executed now, and where. */
final class Occupancy implements Observer {
    private final Set<Execution> running = new HashSet<>();
    private final Set<String> nodes = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private int most;
    private int starts;

    @Override
    public synchronized void started(Execution execution) {
        starts++;
        if (!Campaign.REMOTE.contains(execution.step()) && !dead.contains(execution.node())) {
            running.add(execution);
            nodes.add(execution.node());
            most = Math.max(most, running.size());
        }
    }

    @Override
    public synchronized void ended(Execution execution) {
        running.remove(execution);
    }

    /** What it executes ends with it, but only the operating system knows when: from here on it is not counted. */
    synchronized void dies(String node) {
        dead.add(node);
        running.removeIf(execution -> execution.node().equals(node));
    }

    /** The most there ever were at once. */
    synchronized int most() {
        return most;
    }

    /** Nodes that have executed some. */
    synchronized Set<String> nodes() {
        return Set.copyOf(nodes);
    }

    synchronized long of(String node) {
        return running.stream()
                .filter(execution -> execution.node().equals(node))
                .count();
    }

    /** A node that executes something now. */
    synchronized Optional<String> busy() {
        return running.stream().map(Execution::node).findAny();
    }

    /** How many executions began, remote ones too. */
    synchronized int starts() {
        return starts;
    }
}
