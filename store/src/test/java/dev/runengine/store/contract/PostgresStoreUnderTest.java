package dev.runengine.store.contract;

import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowJson;
import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.Flights;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.PlanStore;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.UseCounts;
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
import dev.runengine.store.testing.TestDatabase;
import dev.runengine.store.wake.Bell;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The adapters on a database of their own. */
public final class PostgresStoreUnderTest implements StoreUnderTest {
    private static final TestDatabase MIGRATED = migrated();

    private final TestDatabase server;
    private final Database database;
    private final Bell bell;
    private final Set<CompiledWorkflow> registered = new LinkedHashSet<>();
    private final Map<RunQueue, UUID> workers = new HashMap<>();

    public PostgresStoreUnderTest() {
        this.server = MIGRATED.copy();
        this.database = Database.open(address(server), 3);
        this.bell = new Bell(database);
    }

    private static TestDatabase migrated() {
        var template = TestDatabase.empty();
        Database.open(address(template), 1).close();
        return template;
    }

    private static Address address(TestDatabase server) {
        return new Address(server.jdbcUrl(), server.user(), server.password());
    }

    @Override
    public RunStore runs() {
        return new PostgresRunStore(database, bell);
    }

    @Override
    public Journal journal() {
        return new PostgresJournal(database);
    }

    @Override
    public RunQueries queries() {
        return new PostgresRunQueries(database);
    }

    @Override
    public CacheShelf shelf() {
        return new PostgresCacheShelf(database);
    }

    @Override
    public PlanStore plans() {
        return new PostgresPlanStore(database);
    }

    @Override
    public History history() {
        return new PostgresHistory(database);
    }

    @Override
    public QueueBoard board() {
        return new PostgresQueueBoard(database, bell);
    }

    @Override
    public ScheduleStore schedules() {
        return new PostgresScheduleStore(database);
    }

    /** Another node's timer. */
    public FleetTimer timer(Function<UUID, Optional<Instant>> fire) {
        return timer(fire, () -> {});
    }

    public FleetTimer timer(Function<UUID, Optional<Instant>> fire, Runnable cleanUp) {
        return FleetTimer.start(database, fire, cleanUp);
    }

    @Override
    public RetentionStore retention() {
        return new PostgresRetentionStore(database);
    }

    @Override
    public Flights flights() {
        return new PostgresFlights(database);
    }

    @Override
    public StepCache cache() {
        return new PostgresStepCache(database);
    }

    @Override
    public UseCounts uses() {
        return new PostgresUseCounts(database);
    }

    @Override
    public void weigh(String tenant, double weight) {
        database.asWorker(sql -> sql.sql("INSERT INTO tenant_shares (tenant_id, weight) VALUES (?, ?)")
                .param(tenant)
                .param(weight)
                .update());
    }

    @Override
    public void register(CompiledWorkflow workflow) {
        registered.add(workflow);
        new PostgresWorkflowVersions(database)
                .record(
                        workflow.name(),
                        workflow.version(),
                        workflow.digest(),
                        WorkflowJson.write(workflow.spec()),
                        Instant.EPOCH);
    }

    @Override
    public RunQueue worker() {
        return worker(List.copyOf(registered));
    }

    @Override
    public RunQueue worker(List<CompiledWorkflow> workflows) {
        var id = UUID.randomUUID();
        var worker =
                PostgresRunQueue.register(database, bell, id, "test", Duration.ofMinutes(1), Instant.EPOCH, workflows);
        workers.put(worker, id);
        return worker;
    }

    /** Lets the clock that judges leases and start times be that much ahead of the system's. */
    public void moveClock(Duration ahead) {
        try (var connection = server.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE FUNCTION lease_clock() RETURNS timestamptz
                        LANGUAGE sql VOLATILE RETURN clock_timestamp() + interval '%d s'
                    """.formatted(ahead.toSeconds()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody else's connection. */
    Connection session() throws SQLException {
        return server.dataSource().getConnection();
    }

    @Override
    public void kill(RunQueue worker) {
        database.asWorker(sql -> sql.sql("DELETE FROM workers WHERE worker_id = ?")
                .param(workers.get(worker))
                .update());
    }

    @Override
    public void invalidateResults() {
        database.asWorker(sql -> sql.sql("DELETE FROM step_cache").update());
    }

    @Override
    public void forget(UUID runId) {
        database.asWorker(
                sql -> sql.sql("DELETE FROM runs WHERE run_id = ?").param(runId).update());
    }

    @Override
    public void close() {
        database.close();
    }
}
