package dev.runengine.store.queue;

import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunQueries.Cursor;
import dev.runengine.runtime.port.RunQueries.QueueCounts;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.StepRows;
import dev.runengine.store.wake.WakeUps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The queue in PostgreSQL, as the tenant who asks: row-level security keeps everybody else's rows away. */
public final class PostgresQueueBoard implements QueueBoard {
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
                   count(*) FILTER (WHERE state = 'active') AS active,
                   count(*) FILTER (WHERE state = 'delayed') AS delayed,
                   count(*) FILTER (WHERE state = 'paused') AS paused,
                   count(*) FILTER (WHERE state = 'completed') AS completed,
                   count(*) FILTER (WHERE state = 'failed') AS failed,
                   count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
                   min(claimable_at) FILTER (WHERE state = 'waiting') AS oldest,
                   (SELECT count(*) FROM workers WHERE lease_until >= lease_clock()) AS workers,
                   (SELECT paused_at FROM queue_pauses WHERE tenant_id = current_tenant()) AS queue_paused_at
              FROM queue_jobs
             WHERE tenant_id = current_tenant()
            """;
    private static final String JOBS = """
            SELECT run_id, workflow_name, state, priority, claimable_at, created_at
              FROM queue_jobs
             WHERE tenant_id = current_tenant()
               AND (:state::text IS NULL OR state = :state)
               AND (:afterTime::timestamptz IS NULL OR (created_at, run_id) < (:afterTime, :afterId::uuid))
             ORDER BY created_at DESC, run_id DESC
             LIMIT :limit
            """;
    private static final String PAUSE = """
            INSERT INTO queue_pauses (tenant_id, paused_at) VALUES (:tenant, :at) ON CONFLICT DO NOTHING
            """;
    private static final String RESUME = "DELETE FROM queue_pauses WHERE tenant_id = :tenant";
    private static final String PROMOTE = """
            UPDATE run_state SET claimable_at = lease_clock()
             WHERE tenant_id = :tenant AND worker_id IS NULL AND paused_at IS NULL AND claimable_at > lease_clock()
               AND (:runId::uuid IS NULL OR run_id = :runId)
            """;

    private final Database database;
    private final WakeUps wakeUps;

    public PostgresQueueBoard(Database database, WakeUps wakeUps) {
        this.database = database;
        this.wakeUps = wakeUps;
    }

    @Override
    public Standing standing(String tenant) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(COUNTS)
                        .query((row, _) -> new Standing(counts(row), StepRows.instant(row, "queue_paused_at")))
                        .single());
    }

    private static QueueCounts counts(ResultSet row) throws SQLException {
        return new QueueCounts(
                row.getLong("waiting"),
                row.getLong("active"),
                row.getLong("delayed"),
                row.getLong("paused"),
                row.getLong("completed"),
                row.getLong("failed"),
                row.getLong("cancelled"),
                StepRows.instant(row, "oldest"),
                row.getInt("workers"));
    }

    @Override
    public Page jobs(String tenant, Optional<State> state, Optional<Cursor> after, int limit) {
        var found = database.asTenant(
                tenant,
                sql -> sql.sql(JOBS)
                        .param("state", state.map(State::word).orElse(null), Types.VARCHAR)
                        .param(
                                "afterTime",
                                after.map(c -> c.createdAt().atOffset(ZoneOffset.UTC))
                                        .orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("afterId", after.map(Cursor::runId).orElse(null), Types.OTHER)
                        .param("limit", limit + 1) // one more tells whether there is a next page
                        .query((row, _) -> job(row))
                        .list());
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        var last = found.get(limit - 1);
        return new Page(found.subList(0, limit), Optional.of(new Cursor(last.createdAt(), last.runId())));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("run_id", UUID.class),
                row.getString("workflow_name"),
                State.ofWord(row.getString("state")),
                row.getInt("priority"),
                StepRows.instant(row, "claimable_at"),
                StepRows.instant(row, "created_at").orElseThrow());
    }

    @Override
    public void pause(String tenant, Instant at) {
        database.asTenant(
                tenant,
                sql -> sql.sql(PAUSE)
                        .param("tenant", tenant)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Override
    public void resume(String tenant) {
        database.asTenant(tenant, sql -> sql.sql(RESUME).param("tenant", tenant).update());
        wakeUps.workIsWaiting();
    }

    @Override
    public int promote(String tenant, Optional<UUID> runId) {
        int promoted = database.asTenant(
                tenant,
                sql -> sql.sql(PROMOTE)
                        .param("tenant", tenant)
                        .param("runId", runId.orElse(null), Types.OTHER)
                        .update());
        wakeUps.workIsWaiting();
        return promoted;
    }
}
