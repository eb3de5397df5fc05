package dev.runengine.store.engine;

import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.EngineListener;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Waits for the end of runs on the engine's own announcement. */
final class Ends implements EngineListener {
    private final Map<UUID, CompletableFuture<RunState>> ends = new ConcurrentHashMap<>();

    @Override
    public void committed(RunState after, Transition transition, Instant at) {
        if (transition instanceof Transition.RunMoved(var _, Phase.Ended _)) {
            end(after.runId()).complete(after);
        }
    }

    RunState await(UUID runId) throws Exception {
        return end(runId).get(30, TimeUnit.SECONDS);
    }

    private CompletableFuture<RunState> end(UUID runId) {
        return ends.computeIfAbsent(runId, _ -> new CompletableFuture<>());
    }
}
