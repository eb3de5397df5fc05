package dev.runengine.store.runs;

import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.RunRows;
import dev.runengine.store.rows.StepRows;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking at runs in PostgreSQL, as the tenant who asks: row-level security keeps everybody else's rows away. */
public final class PostgresRunQueries implements RunQueries {
    /** Whether a worker lives is judged by its lease alone here: its session lock only other workers look at. */
    private static final String WAITING_FOR = """
            CASE WHEN s.worker_id IS NOT NULL OR s.claimable_at IS NULL THEN NULL
                 WHEN s.paused_at IS NOT NULL THEN 'PAUSE'
                 WHEN s.claimable_at > lease_clock() THEN 'START_TIME'
                 WHEN EXISTS (SELECT FROM worker_workflows k JOIN workers w USING (worker_id)
                               WHERE k.version_no = s.version_no AND w.lease_until >= lease_clock()) THEN 'TURN'
                 WHEN EXISTS (SELECT FROM workers w WHERE w.lease_until >= lease_clock()) THEN 'WORKFLOW_VERSION'
                 ELSE 'WORKER'
             END AS waiting_for
            """;

    private static final String RUN = """
            SELECT r.*, s.pending, s.running, s.completed, s.skipped, s.failed, s.cancelled, s.paused_at,
                   s.cancel_requested_at,
                   %s
              FROM runs r JOIN run_state s USING (run_id)
             WHERE r.run_id = :runId
            """.formatted(WAITING_FOR);
    private static final String RUNS = """
            SELECT r.run_id, r.tenant_id, r.workflow_name, r.workflow_version, r.trigger_type, NULL AS trigger_payload,
                   r.status, r.base_run_id, r.change_type, r.error_code, r.error_message, r.error_at, r.failed_step_id,
                   r.tags, r.started_at, r.completed_at, r.created_at, r.updated_at,
                   s.pending, s.running, s.completed, s.skipped, s.failed, s.cancelled, s.paused_at,
                   s.cancel_requested_at,
                   %s
              FROM runs r JOIN run_state s USING (run_id)
             WHERE r.tenant_id = current_tenant()
               AND (:status::text IS NULL OR r.status = :status)
               AND (:workflow::text IS NULL OR r.workflow_name = :workflow)
               AND (:triggerType::text IS NULL OR r.trigger_type = :triggerType)
               AND (:base::uuid IS NULL OR r.base_run_id = :base)
               AND (:from::timestamptz IS NULL OR r.created_at >= :from)
               AND (:to::timestamptz IS NULL OR r.created_at < :to)
               AND (:afterTime::timestamptz IS NULL OR (r.created_at, r.run_id) < (:afterTime, :afterId::uuid))
             ORDER BY r.created_at DESC, r.run_id DESC
             LIMIT :limit
            """.formatted(WAITING_FOR);
    private static final String EXISTS = "SELECT 1 FROM runs WHERE run_id = :runId";
    private static final String STEPS = """
            SELECT run_id, step_no, step_id, skill_id, status, verdict, miss_reason, compared_run_id, input_hash, attempt,
                   failures, lost, artifact_ids, error_code, error_message, error_attempt, error_at, error_details,
                   next_attempt_at, job_state, job_id, job_at, awaits_run_id, started_at, ended_at, made_by,
                   duration_ms, cost_micros, tokens
              FROM run_steps
             WHERE run_id = :runId AND (:status::text IS NULL OR status = :status)
             ORDER BY step_no
            """;
    private static final String STEP = """
            SELECT t.*, i.input
              FROM run_steps t LEFT JOIN step_inputs i USING (tenant_id, input_hash)
             WHERE t.run_id = :runId AND t.step_id = :stepId
            """;
    private static final String ARTIFACTS = """
            SELECT a.*, t.step_id AS of_step
              FROM run_steps t
             CROSS JOIN LATERAL unnest(t.artifact_ids) WITH ORDINALITY AS named(id, place)
              JOIN artifacts a ON a.id = named.id
             WHERE t.run_id = :runId AND (:stepId::text IS NULL OR t.step_id = :stepId)
             ORDER BY t.step_no, named.place
            """;
    private static final String ARTIFACT = "SELECT a.*, a.step_id AS of_step FROM artifacts a WHERE a.id = :id";
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
                   count(*) FILTER (WHERE state = 'active') AS active,
                   count(*) FILTER (WHERE state = 'delayed') AS delayed,
                   count(*) FILTER (WHERE state = 'paused') AS paused,
                   count(*) FILTER (WHERE state = 'completed') AS completed,
                   count(*) FILTER (WHERE state = 'failed') AS failed,
                   count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
                   min(claimable_at) FILTER (WHERE state = 'waiting') AS oldest,
                   (SELECT count(*) FROM workers WHERE lease_until >= lease_clock()) AS workers
              FROM queue_jobs
            """;

    private final Database database;

    public PostgresRunQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RunRecord> run(String tenant, UUID runId) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(RUN)
                        .param("runId", runId)
                        .query((row, _) -> RunRows.run(row))
                        .optional());
    }

    @Override
    public Page runs(String tenant, Filter filter, Optional<Cursor> after, int limit) {
        var found = database.asTenant(
                tenant,
                sql -> sql.sql(RUNS)
                        .param("status", filter.status().map(s -> s.word()).orElse(null), Types.VARCHAR)
                        .param("workflow", filter.workflowName().orElse(null), Types.VARCHAR)
                        .param(
                                "triggerType",
                                filter.triggerType().map(t -> t.word()).orElse(null),
                                Types.VARCHAR)
                        .param("base", filter.baseRunId().orElse(null), Types.OTHER)
                        .param("from", utc(filter.createdFrom()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("to", utc(filter.createdTo()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("afterTime", utc(after.map(Cursor::createdAt)), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("afterId", after.map(Cursor::runId).orElse(null), Types.OTHER)
                        .param("limit", limit + 1) // one more tells whether there is a next page
                        .query((row, _) -> RunRows.run(row))
                        .list());
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        var last = found.get(limit - 1);
        return new Page(found.subList(0, limit), Optional.of(new Cursor(last.createdAt(), last.runId())));
    }

    @Override
    public Optional<List<StepRecord>> steps(String tenant, UUID runId, Optional<StepStatus> status) {
        return database.asTenant(
                tenant,
                sql -> exists(sql, runId)
                        ? Optional.of(sql.sql(STEPS)
                                .param("runId", runId)
                                .param("status", status.map(StepStatus::word).orElse(null), Types.VARCHAR)
                                .query((row, _) -> RunRows.step(row))
                                .list())
                        : Optional.empty());
    }

    @Override
    public Optional<StepDetail> step(String tenant, UUID runId, String stepId) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(STEP)
                        .param("runId", runId)
                        .param("stepId", stepId)
                        .query((row, _) -> new StepDetail(
                                RunRows.step(row),
                                Optional.ofNullable(row.getString("input")).map(Columnar::json),
                                Optional.ofNullable(row.getString("output")).map(Columnar::json)))
                        .optional());
    }

    @Override
    public Optional<List<ArtifactRecord>> artifacts(String tenant, UUID runId, Optional<String> stepId) {
        return database.asTenant(
                tenant,
                sql -> exists(sql, runId)
                        ? Optional.of(sql.sql(ARTIFACTS)
                                .param("runId", runId)
                                .param("stepId", stepId.orElse(null), Types.VARCHAR)
                                .query((row, _) -> RunRows.artifact(row))
                                .list())
                        : Optional.empty());
    }

    @Override
    public Optional<ArtifactRecord> artifact(String tenant, UUID artifactId) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(ARTIFACT)
                        .param("id", artifactId)
                        .query((row, _) -> RunRows.artifact(row))
                        .optional());
    }

    @Override
    public QueueCounts counts() {
        return database.asWorker(sql -> sql.sql(COUNTS)
                .query((row, _) -> new QueueCounts(
                        row.getLong("waiting"),
                        row.getLong("active"),
                        row.getLong("delayed"),
                        row.getLong("paused"),
                        row.getLong("completed"),
                        row.getLong("failed"),
                        row.getLong("cancelled"),
                        StepRows.instant(row, "oldest"),
                        row.getInt("workers")))
                .single());
    }

    private static boolean exists(JdbcClient sql, UUID runId) {
        return sql.sql(EXISTS)
                .param("runId", runId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> time) {
        return time.map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
