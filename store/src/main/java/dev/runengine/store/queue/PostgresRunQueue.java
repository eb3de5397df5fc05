package dev.runengine.store.queue;

import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.store.database.Database;
import dev.runengine.store.wake.Bell;
import dev.runengine.store.wake.Ear;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Claims over {@code run_state} for one worker. */
public final class PostgresRunQueue implements RunQueue {
    /**
     * Skipping locked rows keeps workers from waiting for each other; the fence shuts the owner before out. What a worker
     * claimed that was buried would be released again by the next claim, its own at the latest, and so on.
     */
    private static final String CLAIM = """
            UPDATE run_state s
               SET worker_id = :worker, fence = s.fence + 1, seq = s.seq + 1, handed_over = false
              FROM (SELECT run_id, handed_over AS was_handed_over
                      FROM run_state
                     WHERE worker_id IS NULL AND claimable_at IS NOT NULL AND claimable_at <= lease_clock()
                       AND EXISTS (SELECT FROM workers WHERE worker_id = :worker)
                     ORDER BY priority DESC, claimable_at
                     LIMIT :max
                       FOR UPDATE SKIP LOCKED) c
             WHERE s.run_id = c.run_id
            RETURNING s.run_id, s.fence, s.seq, c.was_handed_over
            """;

    private static final String RECLAIM = """
            UPDATE run_state
               SET fence = fence + 1, seq = seq + 1
             WHERE worker_id = :worker AND claimable_at IS NOT NULL AND run_id <> ALL (:driven)
            RETURNING run_id, fence, seq
            """;

    private static final String HAND_OVER = """
            UPDATE run_state
               SET worker_id = NULL, handed_over = true, seq = seq + 1,
                   claimable_at = lease_clock() + make_interval(secs => :delay)
             WHERE run_id = :runId AND fence = :fence AND worker_id = :worker AND claimable_at IS NOT NULL
            """;

    private final Database database;
    private final WorkerLease lease;
    private final Bell bell;
    private final Ear ear;

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
     */
    public static PostgresRunQueue register(
            Database database, Bell bell, UUID workerId, String address, Duration lease, Instant now) {
        long lockKey = WorkerLease.newLockKey();
        try {
            var ear = Ear.open(database, bell, lockKey);
            var registered = WorkerLease.register(database, workerId, address, lockKey, lease, now);
            return new PostgresRunQueue(database, registered, bell, ear);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the worker cannot listen to the database: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Claim> claim(int max) {
        lease.releaseRunsOfTheDead();
        return database.asWorker(sql -> sql.sql(CLAIM)
                .param("worker", lease.workerId())
                .param("max", max)
                .query((row, _) -> new Claim(
                        new Ownership(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)), row.getBoolean(4)))
                .list());
    }

    @Override
    public List<Claim> reclaim(Set<UUID> driven) {
        return database.asWorker(sql -> sql.sql(RECLAIM)
                .param("worker", lease.workerId())
                .param("driven", driven.toArray(UUID[]::new))
                .query((row, _) ->
                        new Claim(new Ownership(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)), true))
                .list());
    }

    @Override
    public void handOver(Ownership ownership, Duration delay) {
        database.asWorker(sql -> sql.sql(HAND_OVER)
                .param("runId", ownership.runId())
                .param("fence", ownership.fence())
                .param("worker", lease.workerId())
                .param("delay", delay.toMillis() / 1000.0)
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
    public void onWake(WakeListener listener) {
        bell.onRing(listener);
    }

    @Override
    public void close() {
        lease.close();
        ear.close();
    }
}
