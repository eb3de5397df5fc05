package dev.runengine.server;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.runtime.memory.InMemoryArtifactStore;
import dev.runengine.runtime.memory.InMemoryBell;
import dev.runengine.runtime.memory.InMemoryCacheShelf;
import dev.runengine.runtime.memory.InMemoryFlights;
import dev.runengine.runtime.memory.InMemoryHistory;
import dev.runengine.runtime.memory.InMemoryHotTier;
import dev.runengine.runtime.memory.InMemoryPlanStore;
import dev.runengine.runtime.memory.InMemoryQueueBoard;
import dev.runengine.runtime.memory.InMemoryRetentionStore;
import dev.runengine.runtime.memory.InMemoryRunQueries;
import dev.runengine.runtime.memory.InMemoryRunQueue;
import dev.runengine.runtime.memory.InMemoryScheduleStore;
import dev.runengine.runtime.memory.InMemoryStepCache;
import dev.runengine.runtime.memory.InMemoryStore;
import dev.runengine.runtime.memory.InMemoryUseCounts;
import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.runtime.port.WorkflowVersions;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.server.wiring.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A storage that is gone with the process. */
record MemoryStorage(Ports ports, ScheduleStore schedules, RetentionStore retention) implements Storage {
    static MemoryStorage open(ServerOptions options) {
        var bell = new InMemoryBell();
        var store = new InMemoryStore(bell);
        var plans = new InMemoryPlanStore(store);
        return new MemoryStorage(
                new Ports(
                        store,
                        new InMemoryRunQueries(store),
                        new InMemoryHistory(store),
                        new InMemoryCacheShelf(store),
                        plans,
                        new InMemoryQueueBoard(store, bell, InstantSource.system()),
                        store,
                        new InMemoryHotTier(InstantSource.system()),
                        new InMemoryStepCache(store),
                        new InMemoryUseCounts(store),
                        new InMemoryFlights(store),
                        new NoVersions(),
                        new InMemoryArtifactStore(options.artifactsFolder()),
                        _ -> new InMemoryRunQueue(
                                store, bell, UUID.randomUUID(), InstantSource.system(), Duration.ofMinutes(1))),
                new InMemoryScheduleStore(),
                new InMemoryRetentionStore(store, plans));
    }

    @Override
    public Waking wakeFor(Function<UUID, Optional<Instant>> fire, Runnable cleanUp) {
        return () -> {};
    }

    @Override
    public void serving(int port) {}

    @Override
    public void close() {}

    /** A process has one set of workflows, so there is nothing earlier. */
    private record NoVersions() implements WorkflowVersions {
        @Override
        public boolean record(String name, String version, ContentHash digest, Json spec, Instant at) {
            return true;
        }

        @Override
        public List<Json> specs() {
            return List.of();
        }
    }
}
