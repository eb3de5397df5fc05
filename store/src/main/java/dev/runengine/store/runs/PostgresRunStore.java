package dev.runengine.store.runs;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.run.Settlement;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedBase;
import dev.runengine.runtime.port.RunQueue.Wish;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.wake.WakeUps;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs in PostgreSQL. Requests act as their tenant; resuming acts for all. */
public final class PostgresRunStore implements RunStore {
    /**
     * Answers how many steps were written: none when the run is there already, or its base is not. The base is locked, so
     * that clean-up either sees this run or has deleted the base before.
     */
    private static final String CREATE = """
            WITH base AS MATERIALIZED (
                SELECT run_id FROM runs WHERE run_id = :base::uuid FOR KEY SHARE
            ), run AS (
                INSERT INTO runs (run_id, tenant_id, workflow_name, workflow_version, trigger_type, trigger_payload,
                                  status, base_run_id, change_type, change_payload, change_force, change_pins,
                                  cache_read, cache_write, cache_coalesce, priority, not_before, tags,
                                  created_at, updated_at)
                SELECT :runId, :tenant, :workflow, :version, :triggerType, :trigger,
                       'queued', :base::uuid, :changeType, :changePayload, :force, :pins::text[],
                       :read, :write, :coalesce, :priority, :notBefore::timestamptz, :tags::text[],
                       :at::timestamptz, :at::timestamptz
                 WHERE :base::uuid IS NULL OR EXISTS (SELECT FROM base)
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
            )
            INSERT INTO run_steps (run_id, step_no, tenant_id, step_id, skill_id, status)
            SELECT run.run_id, s.step_no, run.tenant_id, s.step_id, s.skill_id, 'pending'
              FROM run, unnest(:numbers::integer[], :stepIds::text[], :skillIds::text[]) AS s(step_no, step_id, skill_id)
            """;

    private static final String REQUEST_CANCEL = """
            UPDATE run_state SET cancel_requested_at = coalesce(cancel_requested_at, :at), paused_at = NULL
             WHERE run_id = :runId AND claimable_at IS NOT NULL AND (worker_id IS NOT NULL OR fence > 0)
            """;
    private static final String CANCEL_UNOWNED = """
            UPDATE run_state
               SET cancelled = pending, pending = 0, claimable_at = NULL, paused_at = NULL,
                   cancel_requested_at = :at, seq = seq + 1
             WHERE run_id = :runId AND claimable_at IS NOT NULL AND worker_id IS NULL AND fence = 0
            """;
    private static final String CANCEL_RUN = """
            UPDATE runs SET status = 'cancelled', completed_at = :at, updated_at = :at
             WHERE run_id = :runId AND status = 'queued'
            """;
    private static final String CANCEL_STEPS = """
            UPDATE run_steps SET status = 'cancelled', ended_at = :at WHERE run_id = :runId AND status = 'pending'
            """;
    private static final String PAUSE = """
            UPDATE run_state SET paused_at = coalesce(paused_at, :at)
             WHERE run_id = :runId AND claimable_at IS NOT NULL AND cancel_requested_at IS NULL
            """;
    /** What a run was paused before its start does not count: nor does its time limit. */
    private static final String RESUME = """
            UPDATE run_state s
               SET paused_at = NULL,
                   paused_ms = paused_ms + coalesce((
                       SELECT greatest(0, extract(epoch FROM :at - greatest(s.paused_at, r.started_at)) * 1000)::bigint
                         FROM runs r
                        WHERE r.run_id = s.run_id AND r.started_at IS NOT NULL AND s.paused_at IS NOT NULL), 0)
             WHERE run_id = :runId AND claimable_at IS NOT NULL AND cancel_requested_at IS NULL
            """;

    private static final String STATUS = "SELECT status FROM runs WHERE run_id = :runId";
    private static final String RETRY_RUN = """
            UPDATE runs
               SET status = 'queued', started_at = NULL, completed_at = NULL, error_code = NULL, error_message = NULL, error_at = NULL,
                   failed_step_id = NULL, updated_at = :at
             WHERE run_id = :runId AND status = 'failed'
            """;
    /** Of a cancelled step that was told an id, the job was told to stop. */
    private static final String RESUMABLE = """
            (status = 'failed' AND job_state IS NOT NULL OR status = 'cancelled' AND job_state IS NOT DISTINCT FROM 'submitting')
            """;
    /** Where a remote job may still be there, the step goes on with it. */
    private static final String RETRY_WITH_JOBS = """
            UPDATE run_steps
               SET status = 'running', failures = 0, lost = 0, next_attempt_at = NULL, ended_at = NULL
             WHERE run_id = :runId AND %s
            """.formatted(RESUMABLE);

    private static final String RETRY_STEPS = """
            UPDATE run_steps
               SET status = 'pending', job_state = NULL, job_id = NULL, job_at = NULL, failures = 0, lost = 0, verdict = NULL, miss_reason = NULL,
                   compared_run_id = NULL, input_hash = NULL, skill_version = NULL, execution_key = NULL,
                   error_code = NULL, error_message = NULL, error_attempt = NULL, error_at = NULL,
                   error_details = NULL, next_attempt_at = NULL, started_at = NULL, ended_at = NULL
             WHERE run_id = :runId AND status NOT IN ('completed', 'skipped') AND NOT (%s)
            """.formatted(RESUMABLE);
    private static final String RETRY_STATE = """
            UPDATE run_state
               SET pending = pending + running + failed + cancelled - :resumed, running = :resumed,
                   failed = 0, cancelled = 0, breaks = 0, paused_ms = 0,
                   claimable_at = :at, handed_over = true, cancel_requested_at = NULL, seq = seq + 1
             WHERE run_id = :runId
            """;

    private final Database database;
    private final WakeUps wakeUps;

    public PostgresRunStore(Database database, WakeUps wakeUps) {
        this.database = database;
        this.wakeUps = wakeUps;
    }

    @Override
    public CreateAnswer create(NewRun run) {
        var answer = database.asTenant(
                run.tenant(), sql -> create(sql, run) > 0 ? CreateAnswer.CREATED : notCreated(sql, run.runId()));
        wakeUps.workIsWaiting();
        return answer;
    }

    private static CreateAnswer notCreated(JdbcClient sql, UUID runId) {
        return status(sql, runId).isPresent() ? CreateAnswer.ALREADY_THERE : CreateAnswer.BASE_GONE;
    }

    private static int create(JdbcClient sql, NewRun run) {
        var change = run.base().flatMap(NewRun.BaseOf::change);
        var steps = run.workflow().spec().steps();
        return sql.sql(CREATE)
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
                .param(
                        "notBefore",
                        run.notBefore().map(PostgresRunStore::utc).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tags", run.tags().toArray(String[]::new))
                .param(
                        "files",
                        ArtifactAddress.in(run.trigger()).stream()
                                .map(address -> address.hash().hex())
                                .toArray(String[]::new))
                .param("at", utc(run.createdAt()))
                .param("steps", steps.size())
                .param("numbers", IntStream.range(0, steps.size()).boxed().toArray(Integer[]::new))
                .param("stepIds", steps.stream().map(s -> s.id()).toArray(String[]::new))
                .param("skillIds", steps.stream().map(s -> s.skill()).toArray(String[]::new))
                .update();
    }

    @Override
    public Optional<RecordedRun> load(UUID runId) {
        return database.asWorker(sql -> new RunLoading(sql).load(runId));
    }

    @Override
    public Optional<RecordedBase> base(String tenant, UUID runId) {
        return database.asTenant(tenant, sql -> new RunLoading(sql).base(runId));
    }

    @Override
    public CancelAnswer requestCancel(String tenant, UUID runId, Instant at) {
        var answer = database.asTenant(tenant, sql -> {
            if (guarded(sql, CANCEL_UNOWNED, runId, at) == 1) {
                guarded(sql, CANCEL_RUN, runId, at);
                guarded(sql, CANCEL_STEPS, runId, at);
                return CancelAnswer.CANCELLED;
            }
            return guarded(sql, REQUEST_CANCEL, runId, at) == 1
                    ? CancelAnswer.REQUESTED
                    : status(sql, runId)
                            .map(status -> status.equals("cancelled")
                                    ? CancelAnswer.ALREADY_CANCELLED
                                    : CancelAnswer.ALREADY_OVER)
                            .orElse(CancelAnswer.NOT_FOUND);
        });
        if (answer == CancelAnswer.REQUESTED) {
            wakeUps.wished(runId, Wish.CANCEL);
            wakeUps.workIsWaiting(); // a run that nobody drives is claimed to be ended
        }
        return answer;
    }

    @Override
    public PauseAnswer pause(String tenant, UUID runId, Instant at) {
        var answer = hold(tenant, PAUSE, runId, at);
        if (answer == PauseAnswer.DONE) {
            wakeUps.wished(runId, Wish.PAUSE);
        }
        return answer;
    }

    @Override
    public PauseAnswer resume(String tenant, UUID runId, Instant at) {
        var answer = hold(tenant, RESUME, runId, at);
        if (answer == PauseAnswer.DONE) {
            wakeUps.wished(runId, Wish.RESUME);
            wakeUps.workIsWaiting();
        }
        return answer;
    }

    private PauseAnswer hold(String tenant, String statement, UUID runId, Instant at) {
        return database.asTenant(tenant, sql -> {
            if (guarded(sql, statement, runId, at) == 1) {
                return PauseAnswer.DONE;
            }
            return status(sql, runId).isPresent() ? PauseAnswer.ALREADY_OVER : PauseAnswer.NOT_FOUND;
        });
    }

    @Override
    public RetryAnswer retry(String tenant, UUID runId, Instant at) {
        var answer = database.asTenant(tenant, sql -> {
            if (guarded(sql, RETRY_RUN, runId, at) == 0) {
                return status(sql, runId).isPresent() ? RetryAnswer.NOT_FAILED : RetryAnswer.NOT_FOUND;
            }
            sql.sql(RETRY_STEPS).param("runId", runId).update();
            int resumed = sql.sql(RETRY_WITH_JOBS).param("runId", runId).update();
            sql.sql(RETRY_STATE)
                    .param("runId", runId)
                    .param("resumed", resumed)
                    .param("at", utc(at))
                    .update();
            return RetryAnswer.QUEUED;
        });
        if (answer == RetryAnswer.QUEUED) {
            wakeUps.workIsWaiting();
        }
        return answer;
    }

    @Override
    public SettleAnswer settle(String tenant, UUID runId, String stepId, Settlement settlement, Instant at) {
        return database.asTenant(tenant, sql -> new HeldSteps(sql).settle(runId, stepId, settlement, utc(at)));
    }

    @Override
    public List<HeldSettlement> settlements(Collection<UUID> runIds) {
        return database.asWorker(sql -> new HeldSteps(sql).settlements(runIds));
    }

    private static int guarded(JdbcClient sql, String statement, UUID runId, Instant at) {
        return sql.sql(statement).param("runId", runId).param("at", utc(at)).update();
    }

    private static Optional<String> status(JdbcClient sql, UUID runId) {
        return sql.sql(STATUS).param("runId", runId).query(String.class).optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
