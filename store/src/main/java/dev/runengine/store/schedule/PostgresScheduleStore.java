package dev.runengine.store.schedule;

import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.Schedule.CatchUp;
import dev.runengine.runtime.port.Schedule.Overlap;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Schedules in PostgreSQL. Requests act as their tenant; starting what is due acts for all. */
public final class PostgresScheduleStore implements ScheduleStore {
    private static final String INSERT = """
            INSERT INTO schedules (schedule_id, tenant_id, name, workflow_name, payload, cron, zone, catch_up, overlap,
                                   created_at, seen_up_to)
            VALUES (:id, :tenant, :name, :workflow, :payload, :cron, :zone, :catchUp, :overlap, :createdAt, :seenUpTo)
            ON CONFLICT DO NOTHING
            """;
    private static final String INSERT_TASK = """
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            VALUES (:task, :id, :due, false, 1)
            """;
    private static final String LIST = "SELECT * FROM schedules WHERE tenant_id = :tenant ORDER BY name";
    private static final String FIND = "SELECT * FROM schedules WHERE tenant_id = :tenant AND name = :name";
    /** What is left in {@code scheduled_tasks} finds nothing when it is due, and goes then. */
    private static final String DELETE = "DELETE FROM schedules WHERE tenant_id = :tenant AND name = :name";

    private static final String PAUSE = """
            UPDATE schedules SET paused_at = coalesce(paused_at, :at) WHERE tenant_id = :tenant AND name = :name
            """;
    private static final String RESUME = """
            UPDATE schedules
               SET seen_up_to = CASE WHEN paused_at IS NULL THEN seen_up_to ELSE :at END, paused_at = NULL
             WHERE tenant_id = :tenant AND name = :name
            """;
    private static final String LOAD = "SELECT * FROM schedules WHERE schedule_id = :id";
    private static final String SEEN = """
            UPDATE schedules SET seen_up_to = :upTo, last_run_id = :lastRun, last_error = :lastError
             WHERE schedule_id = :id
            """;

    private final Database database;

    public PostgresScheduleStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean create(Schedule schedule, Instant firstDue) {
        return database.asTenant(schedule.tenant(), sql -> {
            int created = sql.sql(INSERT)
                    .param("id", schedule.id())
                    .param("tenant", schedule.tenant())
                    .param("name", schedule.name())
                    .param("workflow", schedule.workflowName())
                    .param("payload", Columnar.text(schedule.payload()))
                    .param("cron", schedule.cron())
                    .param("zone", schedule.zone().getId())
                    .param("catchUp", schedule.catchUp().word())
                    .param("overlap", schedule.overlap().word())
                    .param("createdAt", utc(schedule.createdAt()))
                    .param("seenUpTo", utc(schedule.seenUpTo()))
                    .update();
            if (created == 1) {
                sql.sql(INSERT_TASK)
                        .param("task", FleetTimer.TASK)
                        .param("id", schedule.id().toString())
                        .param("due", utc(firstDue))
                        .update();
            }
            return created == 1;
        });
    }

    @Override
    public List<Schedule> list(String tenant) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(LIST)
                        .param("tenant", tenant)
                        .query((row, _) -> schedule(row))
                        .list());
    }

    @Override
    public Optional<Schedule> find(String tenant, String name) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(FIND)
                        .param("tenant", tenant)
                        .param("name", name)
                        .query((row, _) -> schedule(row))
                        .optional());
    }

    @Override
    public boolean delete(String tenant, String name) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(DELETE)
                                .param("tenant", tenant)
                                .param("name", name)
                                .update()
                        == 1);
    }

    @Override
    public boolean pause(String tenant, String name, Instant at) {
        return changed(PAUSE, tenant, name, at);
    }

    @Override
    public boolean resume(String tenant, String name, Instant at) {
        return changed(RESUME, tenant, name, at);
    }

    private boolean changed(String statement, String tenant, String name, Instant at) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(statement)
                                .param("tenant", tenant)
                                .param("name", name)
                                .param("at", utc(at))
                                .update()
                        == 1);
    }

    @Override
    public Optional<Schedule> load(UUID scheduleId) {
        return database.asWorker(sql -> sql.sql(LOAD)
                .param("id", scheduleId)
                .query((row, _) -> schedule(row))
                .optional());
    }

    @Override
    public void seen(UUID scheduleId, Instant upTo, Optional<UUID> lastRunId, Optional<String> lastError) {
        database.asWorker(sql -> sql.sql(SEEN)
                .param("id", scheduleId)
                .param("upTo", utc(upTo))
                .param("lastRun", lastRunId.orElse(null), Types.OTHER)
                .param("lastError", lastError.orElse(null), Types.VARCHAR)
                .update());
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getObject("schedule_id", UUID.class),
                row.getString("tenant_id"),
                row.getString("name"),
                row.getString("workflow_name"),
                Columnar.json(row.getString("payload")),
                row.getString("cron"),
                ZoneId.of(row.getString("zone")),
                CatchUp.ofWord(row.getString("catch_up")),
                Overlap.ofWord(row.getString("overlap")),
                StepRows.instant(row, "created_at").orElseThrow(),
                StepRows.instant(row, "paused_at"),
                StepRows.instant(row, "seen_up_to").orElseThrow(),
                Optional.ofNullable(row.getObject("last_run_id", UUID.class)),
                Optional.ofNullable(row.getString("last_error")));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
