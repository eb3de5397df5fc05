package dev.runengine.server.wiring;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.runtime.memory.InMemoryArtifactStore;
import dev.runengine.runtime.memory.InMemoryBell;
import dev.runengine.runtime.memory.InMemoryRunQueries;
import dev.runengine.runtime.memory.InMemoryRunQueue;
import dev.runengine.runtime.memory.InMemoryStepCache;
import dev.runengine.runtime.memory.InMemoryStore;
import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.WorkflowVersions;
import dev.runengine.server.settings.ServerOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that are gone with the process, but for the files of artifacts: for trying things out. */
public final class MemoryStores {
    private MemoryStores() {}

    public static Stores open(ServerOptions options) {
        var bell = new InMemoryBell();
        var store = new InMemoryStore(bell);
        var ports = new Ports(
                store,
                new InMemoryRunQueries(store),
                store,
                new InMemoryStepCache(store),
                new Versions(),
                new InMemoryArtifactStore(options.artifactsFolder()),
                () -> new InMemoryRunQueue(store, bell, UUID.randomUUID(), InstantSource.system()));
        return new Stores(ports, () -> {});
    }

    /** A process has one set of workflows, so there is nothing earlier to remember. */
    private static final class Versions implements WorkflowVersions {
        private final Map<String, ContentHash> digests = new ConcurrentHashMap<>();

        @Override
        public boolean record(String name, String version, ContentHash digest, Json spec, Instant at) {
            return digest.equals(digests.merge(name + " " + version, digest, (known, _) -> known));
        }

        @Override
        public List<Json> specs() {
            return List.of();
        }
    }
}
