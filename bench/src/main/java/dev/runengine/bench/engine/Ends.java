package dev.runengine.bench.engine;

import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.EngineListener;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for runs on the engine's own announcement, which follows the commit. */
final class Ends implements EngineListener {
    private static final int PATIENCE_MINUTES = 5;

    private final Map<UUID, CompletableFuture<RunStatus>> ends = new ConcurrentHashMap<>();

    @Override
    public void committed(RunState after, Transition transition, Instant at) {
        if (transition instanceof Transition.RunMoved(var _, Phase.Ended ended)) {
            end(after.runId()).complete(ended.status());
        }
    }

    /** @throws IllegalStateException when the run does not complete: then its figures mean nothing */
    void awaitCompletion(UUID runId) throws InterruptedException {
        try {
            var status = end(runId).get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            ends.remove(runId);
            if (status != RunStatus.COMPLETED) {
                throw new IllegalStateException("run " + runId + " ended as " + status.word());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("run " + runId + " does not end", e);
        }
    }

    private CompletableFuture<RunStatus> end(UUID runId) {
        return ends.computeIfAbsent(runId, _ -> new CompletableFuture<>());
    }
}
