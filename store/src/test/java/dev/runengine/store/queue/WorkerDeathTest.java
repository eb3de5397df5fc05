package dev.runengine.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.port.RunQueue;
import dev.runengine.store.database.Database;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.testing.TestDatabase;
import dev.runengine.store.wake.Bell;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the others notice that a worker is gone. */
class WorkerDeathTest {
    private static final UUID RUN = UUID.randomUUID();

    private Database database;
    private Bell bell;

    @BeforeEach
    void aRunIsWaiting() {
        var fresh = TestDatabase.empty();
        database = Database.open(new Address(fresh.jdbcUrl(), fresh.user(), fresh.password()), 3);
        bell = new Bell(database);
        database.asWorker(sql -> {
            sql.sql("""
                    INSERT INTO workflow_versions (name, version, digest, spec, first_seen)
                    VALUES ('song', '1.0.0', decode(repeat('00', 32), 'hex'), '{}', now())
                    """).update();
            sql.sql("""
                    INSERT INTO runs (run_id, tenant_id, workflow_name, workflow_version, trigger_type, trigger_payload,
                                      status, cache_read, cache_write, cache_coalesce, priority, tags, created_at, updated_at)
                    VALUES (?, 'acme', 'song', '1.0.0', 'initial', '{}', 'queued', true, true, true, 0, '{}', now(), now())
                    """).param(RUN).update();
            return sql.sql("""
                    INSERT INTO run_state (run_id, tenant_id, claimable_at, priority, pending, running, completed, skipped,
                                           failed, cancelled)
                    VALUES (?, 'acme', now(), 0, 1, 0, 0, 0, 0, 0)
                    """).param(RUN).update();
        });
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
    void aWorkerWhoseLeaseRanOutLosesItsRuns() {
        try (var paused = worker();
                var second = worker()) {
            var before = paused.claim(1).getFirst();
            database.asWorker(sql -> sql.sql("UPDATE workers SET lease_until = lease_clock() - interval '1 s'")
                    .update());

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
            WorkerLease.register(database, dead, "gone", WorkerLease.newLockKey(), Duration.ofHours(1), Instant.EPOCH);
            database.asWorker(sql -> sql.sql("UPDATE run_state SET worker_id = ?, fence = 1")
                    .param(dead)
                    .update());

            assertThat(second.claim(1)).hasSize(1);
        }
    }

    private RunQueue worker() {
        return PostgresRunQueue.register(
                database, bell, UUID.randomUUID(), "test", Duration.ofMinutes(1), Instant.EPOCH);
    }
}
