package dev.runengine.store.history;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.why.StepFacts;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.History;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking back at runs in PostgreSQL, as the tenant who asks: row-level security keeps everybody else's rows away. */
public final class PostgresHistory implements History {
    private static final String STEP = """
            SELECT t.*, i.input
              FROM run_steps t LEFT JOIN step_inputs i USING (tenant_id, input_hash)
             WHERE t.run_id = :runId AND t.step_id = :stepId
            """;
    private static final String ARTIFACTS = """
            SELECT id, content_hash, size_bytes, media_type, filename FROM artifacts WHERE id = ANY (:ids::uuid[])
            """;
    private static final String EXISTS = "SELECT 1 FROM runs WHERE run_id = :runId";
    private static final String COSTS = """
            SELECT run_id, step_id, status, made_by, duration_ms, cost_micros, tokens
              FROM run_steps WHERE run_id = :runId ORDER BY step_no
            """;
    /** Files count by their content: the ids of equal ones differ. */
    private static final String OUTLINES = """
            SELECT t.run_id, t.step_id, t.status, t.verdict, t.miss_reason, t.compared_run_id, t.input_hash,
                   t.skill_version, t.made_by, t.duration_ms, t.cost_micros, t.tokens,
                   sha256(convert_to(t.output || coalesce(f.hashes, ''), 'UTF8')) AS result
              FROM run_steps t
              LEFT JOIN LATERAL (
                   SELECT string_agg(encode(a.content_hash, 'hex'), ',' ORDER BY named.place) AS hashes
                     FROM unnest(t.artifact_ids) WITH ORDINALITY AS named(id, place)
                     JOIN artifacts a ON a.id = named.id) f ON true
             WHERE t.run_id = :runId
             ORDER BY t.step_no
            """;

    private static final String RECENT = """
            WITH newest AS (
                SELECT run_id FROM runs
                 WHERE tenant_id = current_tenant() AND workflow_name = :workflow
                 ORDER BY created_at DESC LIMIT :runs
            ), made AS (
                SELECT t.*, row_number() OVER (PARTITION BY t.step_id ORDER BY t.ended_at DESC) AS place
                  FROM newest JOIN run_steps t USING (run_id)
                 WHERE t.status = 'completed'
            )
            SELECT run_id, step_id, status, made_by, duration_ms, cost_micros, tokens
              FROM made WHERE place <= :perStep
             ORDER BY step_id, place
            """;
    /** How far back executions are looked for: in runs, and fewer of those that have many steps. */
    private static final int MOST_RUNS = 50;

    private static final int FEWEST_RUNS = 3;
    private static final int RECENT_STEPS = 5_000;

    private final Database database;

    public PostgresHistory(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StepFacts> facts(String tenant, UUID runId, String stepId) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(STEP)
                        .param("runId", runId)
                        .param("stepId", stepId)
                        .query((row, _) -> facts(sql, row))
                        .optional());
    }

    @Override
    public Optional<List<StepOutline>> outlines(String tenant, UUID runId) {
        return database.asTenant(tenant, sql -> {
            if (sql.sql(EXISTS).param("runId", runId).query().listOfRows().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(sql.sql(OUTLINES)
                    .param("runId", runId)
                    .query((row, _) -> outline(row))
                    .list());
        });
    }

    @Override
    public List<StepCost> costs(String tenant, UUID runId) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(COSTS)
                        .param("runId", runId)
                        .query((row, _) -> new StepCost(
                                row.getString("step_id"),
                                StepStatus.ofWord(row.getString("status")),
                                StepRows.madeBy(row)))
                        .list());
    }

    @Override
    public Map<String, List<Execution>> recent(String tenant, CompiledWorkflow workflow, int perStep) {
        return database.asTenant(tenant, sql -> {
            var recent = new HashMap<String, List<Execution>>();
            sql.sql(RECENT)
                    .param("workflow", workflow.name())
                    .param("runs", Math.clamp(RECENT_STEPS / workflow.size(), FEWEST_RUNS, MOST_RUNS))
                    .param("perStep", perStep)
                    .query(row -> {
                        var executions = recent.computeIfAbsent(row.getString("step_id"), _ -> new ArrayList<>());
                        StepRows.madeBy(row).ifPresent(executions::add);
                    });
            return recent;
        });
    }

    private static StepFacts facts(JdbcClient sql, ResultSet row) throws SQLException {
        return new StepFacts(
                row.getString("step_id"),
                StepRows.decision(row),
                hash(row, "input_hash"),
                Optional.ofNullable(row.getString("input")).map(Columnar::json),
                skill(row),
                output(sql, row));
    }

    private static Optional<StepOutput> output(JdbcClient sql, ResultSet row) throws SQLException {
        @Nullable String output = row.getString("output");
        if (output == null) {
            return Optional.empty();
        }
        var files = new HashMap<UUID, Artifact>();
        sql.sql(ARTIFACTS)
                .param("ids", StepRows.artifactIds(row).toArray(UUID[]::new))
                .query(file -> {
                    var artifact = StepRows.artifact(file);
                    files.put(artifact.id(), artifact);
                });
        return Optional.of(new StepOutput(Columnar.json(output), StepRows.artifacts(row, files)));
    }

    private static StepOutline outline(ResultSet row) throws SQLException {
        return new StepOutline(
                row.getString("step_id"),
                StepStatus.ofWord(row.getString("status")),
                StepRows.decision(row),
                hash(row, "input_hash"),
                skill(row),
                hash(row, "result"),
                StepRows.madeBy(row));
    }

    private static Optional<ContentHash> hash(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Columnar::hash);
    }

    private static Optional<SkillVersion> skill(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("skill_version")).map(SkillVersion::new);
    }
}
