package dev.runengine.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowJson;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.store.database.Database;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.runs.PostgresRunStore;
import dev.runengine.store.runs.PostgresWorkflowVersions;
import dev.runengine.store.testing.TestDatabase;
import dev.runengine.store.wake.Bell;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the others notice that a worker is gone. */
class WorkerDeathTest {
    private static final CompiledWorkflow SONG = TestFlows.compile(TestFlows.flow("song", "a"));
    private static final UUID RUN = UUID.randomUUID();

    private TestDatabase fresh;
    private Database database;
    private Bell bell;

    @BeforeEach
    void aRunIsWaiting() {
        fresh = TestDatabase.empty();
        database = Database.open(new Address(fresh.jdbcUrl(), fresh.user(), fresh.password()), 3);
        bell = new Bell(database);
        new PostgresWorkflowVersions(database)
                .record(SONG.name(), SONG.version(), SONG.digest(), WorkflowJson.write(SONG.spec()), Instant.EPOCH);
        new PostgresRunStore(database, bell)
                .create(new NewRun(
                        RUN,
                        "acme",
                        SONG,
                        Json.object(),
                        Optional.empty(),
                        CacheFlags.DEFAULT,
                        0,
                        Optional.empty(),
                        List.of(),
                        Instant.EPOCH));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRunsOfALivingWorkerStayItsOwn() {
        try (var first = worker();
                var second = worker()) {
            assertThat(first.claim(1)).hasSize(1);
            assertThat(second.claim(1)).isEmpty();
            assertThat(first.renew()).isTrue();
        }
    }

    @Test
    void aWorkerWhoseLeaseRanOutLosesItsRuns() throws SQLException {
        try (var paused = worker();
                var second = worker()) {
            var before = paused.claim(1).getFirst();
            expireLeases();

            var after = second.claim(1).getFirst();
            assertThat(after.ownership().runId()).isEqualTo(RUN);
            assertThat(after.ownership().fence())
                    .isGreaterThan(before.ownership().fence());
            assertThat(after.handedOver()).isFalse();
            assertThat(paused.renew()).as("it is told").isFalse();
            paused.rejoin();
            assertThat(paused.renew()).as("and may work again").isTrue();
        }
    }

    @Test
    void aWorkerThatNobodyHoldsTheSessionLockOfLosesItsRunsAtOnce() {
        try (var second = worker()) {
            var dead = UUID.randomUUID();
            WorkerLease.register(
                    database,
                    dead,
                    "gone",
                    WorkerLease.newLockKey(),
                    Duration.ofHours(1),
                    Instant.EPOCH,
                    List.of(SONG));
            database.asWorker(sql -> sql.sql("UPDATE run_state SET worker_id = ?, fence = 1")
                    .param(dead)
                    .update());

            assertThat(second.claim(1)).hasSize(1);
        }
    }

    @Test
    void aWorkerThatHasJustLostTouchItselfTakesNobodyForDead() throws Exception {
        try (var first = worker();
                var second = worker()) {
            assertThat(first.claim(1)).hasSize(1);
            endAllSessions();
            expireLeases();
            while (locks() < 2) {
                assertThat(claimedInSpiteOfOutages(second)).isEmpty();
            }
            assertThat(claimedInSpiteOfOutages(second)).isEmpty();
            assertThat(first.renew()).as("it was not given up").isTrue();
        }
    }

    private static List<RunQueue.Claim> claimedInSpiteOfOutages(RunQueue queue) {
        try {
            return queue.claim(1);
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }

    private void endAllSessions() throws SQLException {
        execute("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()
                """);
    }

    private void expireLeases() throws SQLException {
        execute("UPDATE workers SET lease_until = lease_clock() - interval '1 s'");
    }

    private long locks() throws SQLException {
        try (var connection = fresh.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT count(*) FROM pg_locks l JOIN workers w
                            ON (l.classid::bigint << 32 | l.objid::bigint) = w.lock_key
                         WHERE l.locktype = 'advisory' AND l.granted
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = fresh.dataSource().getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private RunQueue worker() {
        return PostgresRunQueue.register(
                database, bell, UUID.randomUUID(), "test", Duration.ofMinutes(1), Instant.EPOCH, List.of(SONG));
    }
}
