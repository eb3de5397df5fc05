package dev.runengine.runtime.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which workers count as alive, and until when. Guarded by the {@link InMemoryStore}. */
final class MemoryLeases {
    private final Map<UUID, Instant> until = new HashMap<>();

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
