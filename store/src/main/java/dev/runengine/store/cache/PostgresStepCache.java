package dev.runengine.store.cache;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cold tier. All keys of a turn are one query, and one for the files of the entries it found, where they have any. */
public final class PostgresStepCache implements StepCache {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStepCache.class);

    /**
     * For each key its entry, or the runs behind the nearest ones: the one that was deleted, another skill version's, and the
     * step's newest. These are looked for where there is no entry only ({@code OFFSET 0} keeps the planner from looking first
     * and asking later), and written so that only the right index can give the order. With plain equalities and ORDER BY id,
     * the planner thinks it soon meets a match when it walks back through all entries: 5,000 rows for each key, where this
     * reads one.
     */
    private static final String LOOK_UP = """
            SELECT k.n, c.id, c.generation, c.run_id, c.artifact_ids, c.output, c.duration_ms, c.cost_micros, c.tokens,
                   gone.run_id AS gone, gone.reason, same_input.run_id AS same_input, newest.run_id AS newest
              FROM unnest(:numbers::integer[], :tenants::text[], :workflows::text[], :steps::text[], :hashes::text[],
                          :versions::text[]) AS k(n, tenant_id, workflow_name, step_id, input_hash, skill_version)
              LEFT JOIN step_cache c
                ON c.tenant_id = k.tenant_id AND c.workflow_name = k.workflow_name AND c.step_id = k.step_id
               AND c.input_hash = decode(k.input_hash, 'hex') AND c.skill_version = k.skill_version
              LEFT JOIN LATERAL (
                SELECT g.run_id, g.reason FROM gone_results g
                 WHERE c.id IS NULL
                   AND g.tenant_id = k.tenant_id AND g.workflow_name = k.workflow_name AND g.step_id = k.step_id
                   AND g.input_hash = decode(k.input_hash, 'hex') AND g.skill_version = k.skill_version
                OFFSET 0) AS gone ON true
              LEFT JOIN LATERAL (
                SELECT x.run_id FROM (
                    SELECT s.id, s.run_id FROM step_cache s
                     WHERE c.id IS NULL
                       AND s.tenant_id = k.tenant_id AND s.workflow_name = k.workflow_name AND s.step_id = k.step_id
                       AND s.input_hash = decode(k.input_hash, 'hex')
                    OFFSET 0) AS x
                 ORDER BY x.id DESC LIMIT 1) AS same_input ON true
              LEFT JOIN LATERAL (
                SELECT s.run_id FROM step_cache s
                 WHERE c.id IS NULL
                   AND (s.tenant_id, s.workflow_name, s.step_id) >= (k.tenant_id, k.workflow_name, k.step_id)
                   AND (s.tenant_id, s.workflow_name, s.step_id) <= (k.tenant_id, k.workflow_name, k.step_id)
                   AND s.id > 0
                 ORDER BY s.tenant_id, s.workflow_name, s.step_id, s.id DESC LIMIT 1) AS newest ON true
            """;

    private static final String ONE = """
            SELECT id, generation, run_id, artifact_ids, output, duration_ms, cost_micros, tokens
              FROM step_cache
             WHERE tenant_id = :tenant AND workflow_name = :workflow AND step_id = :step
               AND input_hash = decode(:hash, 'hex') AND skill_version = :skill
            """;
    private static final String ARTIFACTS = """
            SELECT id, content_hash, size_bytes, media_type, filename FROM artifacts WHERE id = ANY (:ids::uuid[])
            """;

    private final JdbcClient sql;

    public PostgresStepCache(Database database) {
        this.sql = JdbcClient.create(database.lookUpConnections());
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try {
            return found(List.copyOf(keys));
        } catch (RuntimeException e) {
            LOG.warn("[RunEngine] The cache cannot be asked; steps execute: {}", e.getMessage());
            return Map.of();
        }
    }

    @Override
    public Optional<CacheAnswer.Hit> find(CacheKey key) {
        try {
            return sql.sql(ONE)
                    .param("tenant", key.tenant())
                    .param("workflow", key.workflowName())
                    .param("step", key.stepId())
                    .param("hash", key.inputHash().hex())
                    .param("skill", key.skillVersion().value())
                    .query((row, _) -> Entry.of(row))
                    .optional()
                    .flatMap(entry -> entry.hit(artifacts(List.of(entry))));
        } catch (RuntimeException e) {
            LOG.warn("[RunEngine] The cache cannot be asked; the step executes: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Map<CacheKey, CacheAnswer> found(List<CacheKey> keys) {
        var entries = new HashMap<CacheKey, Entry>();
        var answers = new HashMap<CacheKey, CacheAnswer>();
        ask(keys).query(row -> {
            var key = keys.get(row.getInt("n"));
            if (row.getObject("id") != null) {
                entries.put(key, Entry.of(row));
            } else {
                answers.put(key, miss(row));
            }
        });
        var artifacts = artifacts(entries.values());
        entries.forEach((key, entry) -> answers.put(key, entry.answer(artifacts)));
        return answers;
    }

    private record Entry(EntryRef ref, Execution madeBy, List<UUID> artifactIds, String output) {
        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    new EntryRef(row.getLong("id"), row.getInt("generation")),
                    new Execution(
                            row.getObject("run_id", UUID.class),
                            row.getLong("duration_ms"),
                            new Usage(row.getLong("cost_micros"), row.getLong("tokens"))),
                    StepRows.artifactIds(row),
                    row.getString("output"));
        }

        CacheAnswer answer(Map<UUID, Artifact> artifacts) {
            var hit = hit(artifacts);
            return hit.isPresent()
                    ? hit.get()
                    : new CacheAnswer.Miss(MissReason.BLOB_MISSING, Optional.of(madeBy.runId()));
        }

        /** Absent when it is not known any more what its files were. */
        Optional<CacheAnswer.Hit> hit(Map<UUID, Artifact> artifacts) {
            if (!artifacts.keySet().containsAll(artifactIds)) {
                return Optional.empty();
            }
            var named = artifactIds.stream().map(id -> artifacts.get(id)).toList();
            return Optional.of(
                    new CacheAnswer.Hit(Verdict.HIT_COLD, ref, new StepOutput(Columnar.json(output), named), madeBy));
        }
    }

    private JdbcClient.StatementSpec ask(List<CacheKey> keys) {
        var numbers = new Integer[keys.size()];
        Arrays.setAll(numbers, n -> n);
        return sql.sql(LOOK_UP)
                .param("numbers", numbers)
                .param("tenants", texts(keys, CacheKey::tenant))
                .param("workflows", texts(keys, CacheKey::workflowName))
                .param("steps", texts(keys, CacheKey::stepId))
                .param("hashes", texts(keys, key -> key.inputHash().hex()))
                .param("versions", texts(keys, key -> key.skillVersion().value()));
    }

    private static String[] texts(List<CacheKey> keys, Function<CacheKey, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    private Map<UUID, Artifact> artifacts(Collection<Entry> entries) {
        var ids =
                entries.stream().flatMap(entry -> entry.artifactIds().stream()).toArray(UUID[]::new);
        var artifacts = new HashMap<UUID, Artifact>();
        if (ids.length > 0) {
            sql.sql(ARTIFACTS).param("ids", ids).query(row -> {
                var artifact = StepRows.artifact(row);
                artifacts.put(artifact.id(), artifact);
            });
        }
        return artifacts;
    }

    private static CacheAnswer miss(ResultSet row) throws SQLException {
        var gone = Optional.ofNullable(row.getObject("gone", UUID.class));
        if (gone.isPresent()) {
            return new CacheAnswer.Miss(MissReason.valueOf(row.getString("reason")), gone);
        }
        var sameInput = Optional.ofNullable(row.getObject("same_input", UUID.class));
        if (sameInput.isPresent()) {
            return new CacheAnswer.Miss(MissReason.SKILL_VERSION_CHANGED, sameInput);
        }
        var newest = Optional.ofNullable(row.getObject("newest", UUID.class));
        return new CacheAnswer.Miss(newest.isPresent() ? MissReason.INPUT_CHANGED : MissReason.FIRST_SEEN, newest);
    }
}
