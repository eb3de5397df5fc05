package dev.runengine.store;

import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.store.cache.PostgresCacheShelf;
import dev.runengine.store.cache.PostgresStepCache;
import dev.runengine.store.cache.PostgresUseCounts;
import dev.runengine.store.database.Database;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.flight.PostgresFlights;
import dev.runengine.store.history.PostgresHistory;
import dev.runengine.store.journal.PostgresJournal;
import dev.runengine.store.queue.PostgresQueueBoard;
import dev.runengine.store.queue.PostgresRunQueue;
import dev.runengine.store.retention.PostgresRetentionStore;
import dev.runengine.store.runs.PostgresPlanStore;
import dev.runengine.store.runs.PostgresRunQueries;
import dev.runengine.store.runs.PostgresRunStore;
import dev.runengine.store.runs.PostgresWorkflowVersions;
import dev.runengine.store.schedule.FleetTimer;
import dev.runengine.store.schedule.PostgresScheduleStore;
import dev.runengine.store.wake.Bell;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Everything an engine keeps in one PostgreSQL database. */
public final class PostgresStore implements AutoCloseable {
    private final Database database;
    private final Bell bell;

    private PostgresStore(Database database) {
        this.database = database;
        this.bell = new Bell(database);
    }

    /** Applies missing migrations and connects. @param connections of each of the two roles */
    public static PostgresStore open(Address address, int connections) {
        return new PostgresStore(Database.open(address, connections));
    }

    public RunQueries queries() {
        return new PostgresRunQueries(database);
    }

    /**
     * The ports of a node, without a hot tier.
     *
     * @param nodeAddress where the process can be reached, for people
     * @param lease how long its worker counts as alive without renewing
     */
    public Ports ports(ArtifactStore artifacts, String nodeAddress, Duration lease, InstantSource clock) {
        return new Ports(
                new PostgresRunStore(database, bell),
                queries(),
                new PostgresHistory(database),
                new PostgresCacheShelf(database),
                new PostgresPlanStore(database),
                new PostgresQueueBoard(database, bell),
                new PostgresJournal(database),
                HotTier.NONE,
                new PostgresStepCache(database),
                new PostgresUseCounts(database),
                new PostgresFlights(database),
                new PostgresWorkflowVersions(database),
                artifacts,
                workflows -> PostgresRunQueue.register(
                        database, bell, UUID.randomUUID(), nodeAddress, lease, clock.instant(), workflows));
    }

    public ScheduleStore schedules() {
        return new PostgresScheduleStore(database);
    }

    public RetentionStore retention() {
        return new PostgresRetentionStore(database);
    }

    /**
     * Starts to wake this node for schedules that are due, and to clean up.
     *
     * @param fire tells when the schedule is due next
     * @param cleanUp on one node of the fleet at a time
     */
    public FleetTimer wakeFor(Function<UUID, Optional<Instant>> fire, Runnable cleanUp) {
        return FleetTimer.start(database, fire, cleanUp);
    }

    @Override
    public void close() {
        database.close();
    }
}
