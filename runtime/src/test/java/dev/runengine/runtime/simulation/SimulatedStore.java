package dev.runengine.runtime.simulation;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.memory.InMemoryBell;
import dev.runengine.runtime.memory.InMemoryCacheShelf;
import dev.runengine.runtime.memory.InMemoryFlights;
import dev.runengine.runtime.memory.InMemoryHistory;
import dev.runengine.runtime.memory.InMemoryHotTier;
import dev.runengine.runtime.memory.InMemoryPlanStore;
import dev.runengine.runtime.memory.InMemoryQueueBoard;
import dev.runengine.runtime.memory.InMemoryRunQueries;
import dev.runengine.runtime.memory.InMemoryRunQueue;
import dev.runengine.runtime.memory.InMemoryStepCache;
import dev.runengine.runtime.memory.InMemoryStore;
import dev.runengine.runtime.memory.InMemoryUseCounts;
import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.Flights;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.port.UseCounts;
import dev.runengine.runtime.port.WorkflowVersions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The store that all nodes share, each over a {@link Link} of its own, with the {@link Oracle} beside it. */
final class SimulatedStore {
    static final Duration LEASE = Duration.ofSeconds(3);

    final Weather weather;
    final Oracle oracle;
    private final Scheduler scheduler;
    private final RandomGenerator random;
    private final Sabotage sabotage;
    private final InMemoryBell bell = new InMemoryBell();
    private final InMemoryStore store = new InMemoryStore(bell);
    private final InMemoryStepCache cache = new InMemoryStepCache(store);
    private final InMemoryHotTier hot;
    private final InMemoryRunQueries queries = new InMemoryRunQueries(store);
    private final Map<Life, InMemoryRunQueue> queues = new HashMap<>();
    private final InstantSource clock;
    private final Journal journal;

    SimulatedStore(Scheduler scheduler, RandomGenerator random, Weather weather, Oracle oracle, Sabotage sabotage) {
        this.scheduler = scheduler;
        this.random = random;
        this.weather = weather;
        this.oracle = oracle;
        this.sabotage = sabotage;
        this.clock = scheduler::now;
        this.hot = new InMemoryHotTier(clock);
        this.journal = sabotage.store(store, oracle);
        oracle.sees(store);
    }

    Ports ports(Life life, Doom doom) {
        var link = new Link(scheduler, weather, life);
        return new Ports(
                sabotage.runs(new ObservedRuns(store, link, oracle)),
                queries,
                new InMemoryHistory(store),
                new InMemoryCacheShelf(store),
                new InMemoryPlanStore(store),
                new InMemoryQueueBoard(store, bell, clock),
                sabotage.journal(new ObservedJournal(journal, link, oracle, life, doom), life),
                hot(link),
                lookUps(link),
                uses(link),
                flights(link),
                NoVersions.INSTANCE,
                NoFiles.INSTANCE,
                _ -> sabotage.queue(link.call(() -> queue(life, link))));
    }

    private ObservedQueue queue(Life life, Link link) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var queue = new InMemoryRunQueue(store, bell, id, clock, LEASE);
        queues.put(life, queue);
        return new ObservedQueue(queue, link, weather, oracle, life);
    }

    private UseCounts uses(Link link) {
        var counts = new InMemoryUseCounts(store);
        return uses -> link.call(() -> counts.add(uses));
    }

    private Flights flights(Link link) {
        var flights = new InMemoryFlights(store);
        return new Flights() {
            @Override
            public Map<FlightLeader, Optional<TwinFailure>> over(Collection<FlightLeader> leaders) {
                return link.call(() -> flights.over(leaders));
            }

            @Override
            public boolean awaited(FlightLeader leader) {
                return link.call(() -> flights.awaited(leader));
            }
        };
    }

    /** A cache never throws; one that is out of reach has no answers. */
    private StepCache lookUps(Link link) {
        return new StepCache() {
            @Override
            public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
                try {
                    return link.call(() -> cache.lookUp(keys));
                } catch (StoreUnavailableException e) {
                    return Map.of();
                }
            }

            @Override
            public Optional<CacheAnswer.Hit> find(CacheKey key) {
                try {
                    return link.call(() -> cache.find(key));
                } catch (StoreUnavailableException e) {
                    return Optional.empty();
                }
            }
        };
    }

    InMemoryRunQueries queries() {
        return queries;
    }

    /** Shared by all nodes, as Redis is: within reach when the store is, and with all that the store has forgotten. */
    private HotTier hot(Link link) {
        return new HotTier() {
            @Override
            public String name() {
                return hot.name();
            }

            @Override
            public Map<String, byte[]> find(Collection<String> keys) {
                try {
                    return link.call(() -> hot.find(keys));
                } catch (StoreUnavailableException e) {
                    return Map.of();
                }
            }

            @Override
            public void put(String key, byte[] value, Duration ttl) {
                if (!weather.isOut()) {
                    hot.put(key, value, ttl);
                }
            }

            @Override
            public void remove(Collection<String> keys) {
                if (!weather.isOut()) {
                    hot.remove(keys);
                }
            }

            @Override
            public void close() {}
        };
    }

    void evict() {
        oracle.evicted();
        cache.invalidateAll();
    }

    /** The store sees that the connection of a process is gone. */
    void noticeDeath(Life life) {
        var queue = queues.get(life);
        if (queue != null) {
            oracle.left(life);
            queue.die();
        }
    }

    /** Every node brings the same workflows, so there is nothing to remember. */
    private enum NoVersions implements WorkflowVersions {
        INSTANCE;

        @Override
        public boolean record(String name, String version, ContentHash digest, Json spec, Instant at) {
            return true;
        }

        @Override
        public List<Json> specs() {
            return List.of();
        }
    }

    /** The skills of the simulation produce no files. */
    private enum NoFiles implements ArtifactStore {
        INSTANCE;

        @Override
        public StoredFile put(String tenant, Path file) {
            throw new IllegalStateException("a skill of the simulation made " + file);
        }

        @Override
        public Optional<Path> find(String tenant, ContentHash hash) {
            return Optional.empty();
        }

        @Override
        public boolean holds(String tenant, ContentHash hash, long sizeBytes) {
            return true;
        }

        @Override
        public boolean intact(String tenant, ContentHash hash, long sizeBytes) {
            return true;
        }

        @Override
        public void visitUntouched(Instant since, Visitor visitor) {
            // there are none
        }

        @Override
        public OptionalLong deleteUntouched(String tenant, ContentHash hash, Instant since, BooleanSupplier condition) {
            return OptionalLong.empty();
        }
    }
}
