package dev.runengine.store.queue;

import dev.runengine.core.run.RunError;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.quota.QuotaShares;
import dev.runengine.store.database.Database;
import dev.runengine.store.wake.Bell;
import dev.runengine.store.wake.Ear;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Claims over {@code run_state} for one worker. */
public final class PostgresRunQueue implements RunQueue {
    /** How many runs a claim looks at in all, give or take a few of each lane. */
    private static final int MOST_LOOKED_AT = 4_000;

    /** Of a worker that always finds something to do; one that does not looks for the dead whenever it asks. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String RECLAIM = """
            UPDATE run_state
               SET fence = fence + 1, seq = seq + 1
             WHERE worker_id = :worker AND claimable_at IS NOT NULL AND run_id <> ALL (:driven)
            RETURNING run_id, fence, seq, tenant_id, true, breaks
            """;

    private static final String HAND_OVER = """
            UPDATE run_state
               SET worker_id = NULL, handed_over = true, seq = seq + 1,
                   claimable_at = lease_clock() + make_interval(secs => :delay), breaks = breaks + :breaks
             WHERE run_id = :runId AND fence = :fence AND worker_id = :worker AND claimable_at IS NOT NULL
            """;

    private static final String GIVE_UP = """
            WITH owned AS (
                UPDATE run_state
                   SET worker_id = NULL, claimable_at = NULL, seq = seq + 1, failed = failed + running, running = 0
                 WHERE run_id = :runId AND fence = :fence AND worker_id = :worker AND claimable_at IS NOT NULL
                RETURNING run_id, tenant_id, seq
            ), step AS (
                UPDATE run_steps t
                   SET status = 'failed', error_code = :code, error_message = :message, error_attempt = t.attempt,
                       error_at = :at, error_details = '[]', ended_at = :at, next_attempt_at = NULL,
                       awaits_run_id = NULL, awaits_step_no = NULL,
                       job_state = CASE WHEN t.job_state = 'held' THEN 'submitting' ELSE t.job_state END,
                       settled_job_id = NULL, settled_at = NULL
                  FROM owned
                 WHERE t.run_id = owned.run_id AND t.status = 'running'
            ), flight AS (
                DELETE FROM step_flight f USING owned WHERE f.run_id = owned.run_id
            ), event AS (
                INSERT INTO run_events (run_id, seq, tenant_id, at, transitions)
                SELECT run_id, seq, tenant_id, :at, '[{"run":"failed"}]' FROM owned
            )
            UPDATE runs r
               SET status = 'failed', completed_at = :at, updated_at = :at,
                   error_code = :code, error_message = :message, error_at = :at
              FROM owned
             WHERE r.run_id = owned.run_id
            """;

    private final Database database;
    private final WorkerLease lease;
    private final Bell bell;
    private final Ear ear;
    private volatile long lookedForTheDeadAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    private PostgresRunQueue(Database database, WorkerLease lease, Bell bell, Ear ear) {
        this.database = database;
        this.lease = lease;
        this.bell = bell;
        this.ear = ear;
    }

    /**
     * Registers a worker.
     *
     * @param address where this process can be reached, for people
     * @param lease how long the worker counts as alive without renewing
     * @param workflows the versions it can run, recorded before
     */
    public static PostgresRunQueue register(
            Database database,
            Bell bell,
            UUID workerId,
            String address,
            Duration lease,
            Instant now,
            List<CompiledWorkflow> workflows) {
        long lockKey = WorkerLease.newLockKey();
        try {
            var ear = Ear.open(database, bell, lockKey);
            var registered = WorkerLease.register(database, workerId, address, lockKey, lease, now, workflows);
            return new PostgresRunQueue(database, registered, bell, ear);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the worker cannot listen to the database: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Claim> claim(int max, Set<String> without) {
        var claims = take(max, without);
        boolean idle = claims.isEmpty();
        if (!idle && System.nanoTime() - lookedForTheDeadAt < BETWEEN_LOOKS.toNanos()) {
            return claims;
        }
        lookedForTheDeadAt = System.nanoTime();
        boolean released = lease.releaseRunsOfTheGone(!ear.hasBrokenWithin(lease.length()));
        return released && idle ? take(max, without) : claims;
    }

    private List<Claim> take(int max, Set<String> without) {
        return database.asWorkerAlone(sql -> sql.sql(ClaimSql.CLAIM)
                .param("worker", lease.workerId())
                .param("max", max)
                .param("few", FEW)
                .param("without", without.toArray(String[]::new))
                .param("most", MOST_LOOKED_AT)
                .query((row, _) -> claim(row))
                .list());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var ownership = new Ownership(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3));
        return new Claim(ownership, row.getString(4), row.getBoolean(5), row.getInt(6));
    }

    @Override
    public List<Claim> reclaim(Set<UUID> driven) {
        return database.asWorker(sql -> sql.sql(RECLAIM)
                .param("worker", lease.workerId())
                .param("driven", driven.toArray(UUID[]::new))
                .query((row, _) -> claim(row))
                .list());
    }

    @Override
    public void handOver(Ownership ownership, Duration delay) {
        giveBack(ownership, delay, 0);
    }

    @Override
    public void giveBackBroken(Ownership ownership, Duration delay) {
        giveBack(ownership, delay, 1);
    }

    @Override
    public void giveUp(Ownership ownership, RunError error) {
        database.asWorker(sql -> sql.sql(GIVE_UP)
                .param("runId", ownership.runId())
                .param("fence", ownership.fence())
                .param("worker", lease.workerId())
                .param("code", error.code().name())
                .param("message", error.message())
                .param("at", error.at().atOffset(ZoneOffset.UTC))
                .update());
    }

    private void giveBack(Ownership ownership, Duration delay, int breaks) {
        database.asWorker(sql -> sql.sql(HAND_OVER)
                .param("runId", ownership.runId())
                .param("fence", ownership.fence())
                .param("worker", lease.workerId())
                .param("delay", delay.toMillis() / 1000.0)
                .param("breaks", breaks)
                .update());
        bell.workIsWaiting();
    }

    @Override
    public boolean renew() {
        return lease.renew();
    }

    @Override
    public void rejoin() {
        lease.register();
    }

    @Override
    public QuotaShares quotas() {
        return new PostgresQuotas(database, lease.workerId());
    }

    @Override
    public void onWake(WakeListener listener) {
        bell.onRing(listener);
    }

    @Override
    public void close() {
        try {
            lease.close();
        } finally {
            ear.close();
        }
    }
}
