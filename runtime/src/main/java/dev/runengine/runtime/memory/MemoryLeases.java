package dev.runengine.runtime.memory;

import dev.runengine.core.workflow.CompiledWorkflow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Which workers count as alive, and until when. Guarded by the {@link InMemoryStore}. */
final class MemoryLeases {
    private final Map<UUID, Instant> until = new HashMap<>();
    private final Map<UUID, Predicate<CompiledWorkflow>> known = new HashMap<>();

    void knows(UUID worker, Predicate<CompiledWorkflow> workflows) {
        known.put(worker, workflows);
    }

    boolean anyAlive() {
        return !until.isEmpty();
    }

    boolean anyKnows(CompiledWorkflow workflow) {
        return known.entrySet().stream()
                .anyMatch(worker ->
                        until.containsKey(worker.getKey()) && worker.getValue().test(workflow));
    }

    void begin(UUID worker, Instant end) {
        until.put(worker, end);
    }

    /** @return false when there is nothing to extend */
    boolean extend(UUID worker, Instant end) {
        return until.replace(worker, end) != null;
    }

    void end(UUID worker) {
        until.remove(worker);
    }

    /** A worker does not bury itself: it is alive, whatever its lease says. */
    void buryAllBut(UUID worker, Instant now) {
        until.entrySet()
                .removeIf(lease ->
                        !lease.getKey().equals(worker) && lease.getValue().isBefore(now));
    }

    boolean isAlive(UUID worker) {
        return until.containsKey(worker);
    }
}
