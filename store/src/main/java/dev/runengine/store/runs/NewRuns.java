package dev.runengine.store.runs;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedAnswer;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.runtime.port.RunStore.CreateAnswer;
import dev.runengine.store.rows.Columnar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creation of runs, and what was answered for it, in a transaction of the run's tenant. */
record NewRuns(JdbcClient sql) {
    /**
     * The base is locked, so that clean-up either sees this run or has deleted the base before. A key that somebody else is
     * just recording is waited for: either it is taken then, or its request was not carried out.
     */
    private static final String CREATE = """
            WITH base AS MATERIALIZED (
                SELECT run_id FROM runs WHERE run_id = :base::uuid FOR KEY SHARE
            ), answer AS (
                INSERT INTO idempotency_keys (tenant_id, key, request_hash, run_id, message, created_at)
                SELECT :tenant, :key, decode(:request, 'hex'), :runId, :message, :at::timestamptz
                 WHERE :key::text IS NOT NULL AND (:base::uuid IS NULL OR EXISTS (SELECT FROM base))
                ON CONFLICT (tenant_id, key) DO NOTHING
                RETURNING key
            ), run AS (
                INSERT INTO runs (run_id, tenant_id, workflow_name, workflow_version, trigger_type, trigger_payload,
                                  status, base_run_id, change_type, change_payload, change_force, change_pins,
                                  cache_read, cache_write, cache_coalesce, priority, not_before, tags,
                                  created_at, updated_at)
                SELECT :runId, :tenant, :workflow, :version, :triggerType, :trigger,
                       'queued', :base::uuid, :changeType, :changePayload, :force, :pins::text[],
                       :read, :write, :coalesce, :priority, :notBefore::timestamptz, :tags::text[],
                       :at::timestamptz, :at::timestamptz
                 WHERE (:base::uuid IS NULL OR EXISTS (SELECT FROM base))
                   AND (:key::text IS NULL OR EXISTS (SELECT FROM answer))
                ON CONFLICT (run_id) DO NOTHING
                RETURNING run_id, tenant_id, workflow_name, workflow_version, priority, not_before, created_at
            ), state AS (
                INSERT INTO run_state (run_id, tenant_id, version_no, claimable_at, priority,
                                       pending, running, completed, skipped, failed, cancelled)
                SELECT run.run_id, run.tenant_id, v.version_no, coalesce(run.not_before, run.created_at), run.priority,
                       :steps, 0, 0, 0, 0, 0
                  FROM run JOIN workflow_versions v ON v.name = run.workflow_name AND v.version = run.workflow_version
            ), file AS (
                INSERT INTO payload_files (tenant_id, content_hash, run_id)
                SELECT run.tenant_id, decode(f.hash, 'hex'), run.run_id FROM run, unnest(:files::text[]) AS f(hash)
            ), step AS (
                INSERT INTO run_steps (run_id, step_no, tenant_id, step_id, skill_id, status)
                SELECT run.run_id, s.step_no, run.tenant_id, s.step_id, s.skill_id, 'pending'
                  FROM run, unnest(:numbers::integer[], :stepIds::text[], :skillIds::text[])
                            AS s(step_no, step_id, skill_id)
            )
            SELECT CASE WHEN EXISTS (SELECT FROM run) THEN 'CREATED'
                        WHEN :base::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM base) THEN 'BASE_GONE'
                        WHEN :key::text IS NOT NULL AND NOT EXISTS (SELECT FROM answer) THEN 'KEY_TAKEN'
                        ELSE 'ALREADY_THERE' END
            """;

    private static final String ANSWERED = """
            SELECT encode(request_hash, 'hex'), run_id, message
              FROM idempotency_keys WHERE tenant_id = :tenant AND key = :key
            """;

    CreateAnswer create(NewRun run) {
        var change = run.base().flatMap(NewRun.BaseOf::change);
        var steps = run.workflow().spec().steps();
        var key = run.answer().map(RecordedAnswer::key);
        return CreateAnswer.valueOf(sql.sql(CREATE)
                .param("runId", run.runId())
                .param("tenant", run.tenant())
                .param("workflow", run.workflow().name())
                .param("version", run.workflow().version())
                .param("triggerType", run.base().isPresent() ? "update" : "initial")
                .param("trigger", Columnar.text(run.trigger()))
                .param("base", run.base().map(NewRun.BaseOf::runId).orElse(null), Types.OTHER)
                .param("changeType", change.map(NewRun.Change::type).orElse(null), Types.VARCHAR)
                .param(
                        "changePayload",
                        change.map(c -> Columnar.text(c.payload())).orElse(null),
                        Types.VARCHAR)
                .param("force", change.map(NewRun.Change::force).orElse(false))
                .param("pins", change.map(NewRun.Change::pins).orElse(List.of()).toArray(String[]::new))
                .param("read", run.cache().read())
                .param("write", run.cache().write())
                .param("coalesce", run.cache().coalesce())
                .param("priority", run.priority())
                .param("notBefore", run.notBefore().map(NewRuns::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tags", run.tags().toArray(String[]::new))
                .param(
                        "files",
                        ArtifactAddress.in(run.trigger()).stream()
                                .map(address -> address.hash().hex())
                                .toArray(String[]::new))
                .param("key", key.map(RequestKey::key).orElse(null), Types.VARCHAR)
                .param("request", key.map(named -> named.request().hex()).orElse(null), Types.VARCHAR)
                .param("message", run.answer().map(RecordedAnswer::message).orElse(null), Types.VARCHAR)
                .param("at", utc(run.createdAt()))
                .param("steps", steps.size())
                .param("numbers", IntStream.range(0, steps.size()).boxed().toArray(Integer[]::new))
                .param("stepIds", steps.stream().map(s -> s.id()).toArray(String[]::new))
                .param("skillIds", steps.stream().map(s -> s.skill()).toArray(String[]::new))
                .query(String.class)
                .single());
    }

    Optional<RecordedAnswer> answered(String tenant, String key) {
        return sql.sql(ANSWERED)
                .param("tenant", tenant)
                .param("key", key)
                .query((row, _) -> answer(key, row))
                .optional();
    }

    private static RecordedAnswer answer(String key, ResultSet row) throws SQLException {
        var request = new ContentHash(row.getString(1));
        return new RecordedAnswer(new RequestKey(key, request), row.getObject(2, UUID.class), row.getString(3));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
