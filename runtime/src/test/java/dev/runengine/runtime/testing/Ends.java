package dev.runengine.runtime.testing;

import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.EngineListener;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Hears when runs end. */
final class Ends implements EngineListener {
    private final Map<UUID, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    CompletableFuture<Void> of(UUID runId) {
        return ends.computeIfAbsent(runId, _ -> new CompletableFuture<>());
    }

    /** The run may end once more. */
    void forget(UUID runId) {
        ends.remove(runId);
    }

    @Override
    public void committed(RunState after, Transition transition, Instant at) {
        if (transition instanceof Transition.RunMoved(var _, Phase.Ended _)) {
            of(after.runId()).complete(null);
        }
    }
}
