package dev.runengine.store.queue;

import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.store.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * That a worker is alive: a lease by the database's clock, for pauses and partitions, and a session lock on the worker's
 * listening connection, so that its death is seen at once.
 */
final class WorkerLease implements AutoCloseable {
    private static final String REGISTER = """
            INSERT INTO workers (worker_id, address, roles, lock_key, lease_until, started_at)
            VALUES (:worker, :address, '{worker}', :lockKey, lease_clock() + make_interval(secs => :seconds), :at)
            ON CONFLICT (worker_id) DO UPDATE SET lease_until = excluded.lease_until
            """;
    /** By their digest too: a version that another node knows with other content is not this worker's. */
    private static final String KNOW = """
            INSERT INTO worker_workflows (worker_id, version_no)
            SELECT :worker, v.version_no
              FROM unnest(:names::text[], :versions::text[], :digests::text[]) AS k(name, version, digest)
              JOIN workflow_versions v
                ON v.name = k.name AND v.version = k.version AND v.digest = decode(k.digest, 'hex')
            """;

    private static final String RENEW = """
            UPDATE workers SET lease_until = lease_clock() + make_interval(secs => :seconds) WHERE worker_id = :worker
            """;
    /**
     * A worker is dead when its lease ran out, or nobody holds its session lock; each is claimed by one survivor. Who does
     * not hold its own lock judges nobody: what ended its session may have ended the others' too. The locks are read once,
     * and only when there are others.
     */
    private static final String BURY = """
            WITH lock AS MATERIALIZED (
                SELECT l.classid::bigint << 32 | l.objid::bigint AS key
                  FROM pg_locks l
                 WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
                   AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            )
            DELETE FROM workers w
             WHERE w.worker_id IN (
                   SELECT worker_id FROM workers
                    WHERE CASE WHEN worker_id = :worker THEN false
                               ELSE (lease_until < lease_clock() OR lock_key NOT IN (SELECT key FROM lock))
                                    AND :lockKey IN (SELECT key FROM lock) END
                      FOR UPDATE SKIP LOCKED)
            RETURNING w.worker_id
            """;
    /** The fence rises when somebody claims; until then the dead worker's own last commit may still arrive in time. */
    private static final String RELEASE = """
            UPDATE run_state SET worker_id = NULL
             WHERE worker_id IS NOT NULL
               AND NOT EXISTS (SELECT FROM workers w WHERE w.worker_id = run_state.worker_id)
            """;

    private static final String UNREGISTER = "DELETE FROM workers WHERE worker_id = :worker";

    private final Database database;
    private final UUID workerId;
    private final String address;
    private final long lockKey;
    private final Duration length;
    private final Instant startedAt;
    private final List<CompiledWorkflow> workflows;

    private WorkerLease(
            Database database,
            UUID workerId,
            String address,
            long lockKey,
            Duration length,
            Instant startedAt,
            List<CompiledWorkflow> workflows) {
        this.database = database;
        this.workerId = workerId;
        this.address = address;
        this.lockKey = lockKey;
        this.length = length;
        this.startedAt = startedAt;
        this.workflows = List.copyOf(workflows);
    }

    /** The key of a worker's session lock: positive, so that its two halves are read back as they were. */
    static long newLockKey() {
        return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    }

    /** To be called once the session lock is held. */
    static WorkerLease register(
            Database database,
            UUID workerId,
            String address,
            long lockKey,
            Duration length,
            Instant now,
            List<CompiledWorkflow> workflows) {
        var registered = new WorkerLease(database, workerId, address, lockKey, length, now, workflows);
        registered.register();
        return registered;
    }

    /** Once more after a burial. Registering twice, since an answer was lost, is no error. */
    void register() {
        database.asWorker(sql -> {
            sql.sql(REGISTER)
                    .param("worker", workerId)
                    .param("address", address)
                    .param("lockKey", lockKey)
                    .param("seconds", length.toMillis() / 1000.0)
                    .param("at", OffsetDateTime.ofInstant(startedAt, ZoneOffset.UTC))
                    .update();
            return sql.sql(KNOW)
                    .param("worker", workerId)
                    .param("names", column(CompiledWorkflow::name))
                    .param("versions", column(CompiledWorkflow::version))
                    .param("digests", column(workflow -> workflow.digest().hex()))
                    .update();
        });
    }

    private String[] column(Function<CompiledWorkflow, String> part) {
        return workflows.stream().map(part).toArray(String[]::new);
    }

    UUID workerId() {
        return workerId;
    }

    /** @return false when the worker was buried meanwhile */
    boolean renew() {
        int renewed = database.asWorker(sql -> sql.sql(RENEW)
                .param("worker", workerId)
                .param("seconds", length.toMillis() / 1000.0)
                .update());
        return renewed == 1;
    }

    /**
     * @param burying whether workers that seem dead are buried first
     * @return whether there were any runs of theirs
     */
    boolean releaseRunsOfTheGone(boolean burying) {
        return database.asWorker(sql -> {
            if (burying) {
                sql.sql(BURY)
                        .param("worker", workerId)
                        .param("lockKey", lockKey)
                        .query(UUID.class)
                        .list();
            }
            return sql.sql(RELEASE).update() > 0;
        });
    }

    Duration length() {
        return length;
    }

    @Override
    public void close() {
        database.asWorker(sql -> sql.sql(UNREGISTER).param("worker", workerId).update());
    }
}
