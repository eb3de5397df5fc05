package dev.runengine.store.runs;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.port.NewRun.BaseOf;
import dev.runengine.runtime.port.NewRun.Change;
import dev.runengine.runtime.port.RecordedBase;
import dev.runengine.runtime.port.RunStore.RecordedRun;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a run back, as its owner or as the base of another. Within one transaction. */
final class RunLoading {
    private static final String RUN = """
            SELECT r.*, s.paused_ms, s.cancel_requested_at, s.completed + s.skipped > 0 AS any_done
              FROM runs r JOIN run_state s USING (run_id)
             WHERE r.run_id = :runId
            """;
    private static final String STEPS = """
            SELECT t.*, i.input
              FROM run_steps t
              LEFT JOIN step_inputs i
                ON t.status = 'running' AND i.tenant_id = t.tenant_id AND i.input_hash = t.input_hash
             WHERE t.run_id = :runId
             ORDER BY t.step_no
            """;
    private static final String FINISHED = """
            SELECT run_id, step_id, status, input_hash, skill_version, artifact_ids, output, made_by, duration_ms,
                   cost_micros, tokens
              FROM run_steps
             WHERE run_id = :runId AND status IN ('completed', 'skipped')
            """;
    private static final String ARTIFACTS = """
            SELECT a.id, a.content_hash, a.size_bytes, a.media_type, a.filename
              FROM artifacts a
             WHERE a.id IN (SELECT unnest(t.artifact_ids) FROM run_steps t WHERE t.run_id = :runId)
            """;
    /** Bounds a chain of updates of updates of the second style; each link is one more read. */
    private static final int LONGEST_CHAIN = 100;

    private final JdbcClient sql;

    RunLoading(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<RecordedRun> load(UUID runId) {
        return sql.sql(RUN)
                .param("runId", runId)
                .query((row, _) -> run(row, steps(runId, row.getBoolean("any_done"))))
                .optional();
    }

    Optional<RecordedBase> base(UUID runId) {
        var chain = chain(runId);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        var first = chain.getFirst();
        var steps = new HashMap<String, BaseStep>();
        for (var link : chain) {
            finished(link.runId()).forEach(steps::putIfAbsent);
        }
        return Optional.of(new RecordedBase(
                first.runId(), first.workflowName(), first.workflowVersion(), first.status(), first.trigger(), steps));
    }

    /** An update by a change request holds all its results itself; only the second style reads on in its own base. */
    private List<RecordedRun> chain(UUID runId) {
        var chain = new ArrayList<RecordedRun>();
        Optional<UUID> next = Optional.of(runId);
        while (next.isPresent() && chain.size() < LONGEST_CHAIN) {
            var run = sql.sql(RUN)
                    .param("runId", next.get())
                    .query((row, _) -> run(row, List.of()))
                    .optional();
            run.ifPresent(chain::add);
            next = run.flatMap(RecordedRun::base)
                    .filter(base -> base.change().isEmpty())
                    .map(BaseOf::runId);
        }
        return chain;
    }

    private List<StepState> steps(UUID runId, boolean anyDone) {
        Map<UUID, Artifact> artifacts = anyDone ? artifacts(runId) : Map.of();
        return sql.sql(STEPS)
                .param("runId", runId)
                .query((row, _) -> StepRows.state(row, artifacts))
                .list();
    }

    private Map<String, BaseStep> finished(UUID runId) {
        var artifacts = artifacts(runId);
        var steps = new HashMap<String, BaseStep>();
        sql.sql(FINISHED).param("runId", runId).query(row -> {
            var output = new StepOutput(Columnar.json(row.getString("output")), StepRows.artifacts(row, artifacts));
            var made = StepRows.fingerprint(row);
            steps.put(
                    row.getString("step_id"),
                    new BaseStep(
                            output,
                            made.map(Fingerprint::inputHash),
                            made.map(Fingerprint::skillVersion),
                            StepRows.madeBy(row)));
        });
        return steps;
    }

    private Map<UUID, Artifact> artifacts(UUID runId) {
        var artifacts = new HashMap<UUID, Artifact>();
        sql.sql(ARTIFACTS).param("runId", runId).query(row -> {
            var artifact = StepRows.artifact(row);
            artifacts.put(artifact.id(), artifact);
        });
        return artifacts;
    }

    private static RecordedRun run(ResultSet row, List<StepState> steps) throws SQLException {
        return new RecordedRun(
                row.getObject("run_id", UUID.class),
                row.getString("tenant_id"),
                row.getString("workflow_name"),
                row.getString("workflow_version"),
                Columnar.json(row.getString("trigger_payload")),
                new CacheFlags(
                        row.getBoolean("cache_read"), row.getBoolean("cache_write"), row.getBoolean("cache_coalesce")),
                base(row),
                RunStatus.ofWord(row.getString("status")),
                StepRows.instant(row, "started_at"),
                steps,
                Duration.ofMillis(row.getLong("paused_ms")),
                row.getObject("cancel_requested_at") != null);
    }

    private static Optional<BaseOf> base(ResultSet row) throws SQLException {
        var base = row.getObject("base_run_id", UUID.class);
        if (base == null) {
            return Optional.empty();
        }
        var type = row.getString("change_type");
        Optional<Change> change = type == null
                ? Optional.empty()
                : Optional.of(new Change(type, payload(row), row.getBoolean("change_force"), pins(row)));
        return Optional.of(new BaseOf(base, change));
    }

    private static List<String> pins(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("change_pins").getArray());
    }

    private static Json payload(ResultSet row) throws SQLException {
        return Columnar.json(row.getString("change_payload"));
    }
}
