package dev.runengine.store.cache;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
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

/** The cold tier: one query for all keys of a turn. */
public final class PostgresStepCache implements StepCache {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStepCache.class);

    private static final String ENTRIES = """
            SELECT k.n, c.id, c.generation, c.run_id, c.artifact_ids, c.output
              FROM unnest(:numbers::integer[], :tenants::text[], :workflows::text[], :steps::text[], :hashes::text[],
                          :versions::text[]) AS k(n, tenant_id, workflow_name, step_id, input_hash, skill_version)
              JOIN step_cache c
                ON c.tenant_id = k.tenant_id AND c.workflow_name = k.workflow_name AND c.step_id = k.step_id
               AND c.input_hash = decode(k.input_hash, 'hex') AND c.skill_version = k.skill_version
            """;
    private static final String ARTIFACTS = """
            SELECT id, content_hash, size_bytes, media_type, filename FROM artifacts WHERE id = ANY (:ids::uuid[])
            """;
    private static final String SAME_INPUT = """
            SELECT run_id FROM step_cache
             WHERE tenant_id = :tenant AND workflow_name = :workflow AND step_id = :step
               AND input_hash = decode(:hash, 'hex')
             LIMIT 1
            """;
    private static final String NEWEST = """
            SELECT run_id FROM step_cache
             WHERE tenant_id = :tenant AND workflow_name = :workflow AND step_id = :step
             ORDER BY id DESC LIMIT 1
            """;

    private final Database database;

    public PostgresStepCache(Database database) {
        this.database = database;
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try {
            return database.asWorker(sql -> lookUp(sql, List.copyOf(keys)));
        } catch (RuntimeException e) {
            LOG.warn("[RunEngine] The cache cannot be asked; steps execute: {}", e.getMessage());
            return Map.of();
        }
    }

    private static Map<CacheKey, CacheAnswer> lookUp(JdbcClient sql, List<CacheKey> keys) {
        var answers = new HashMap<CacheKey, CacheAnswer>();
        for (var row : entries(sql, keys)) {
            answers.put(keys.get(row.number()), row.hit(artifacts(sql, row.artifactIds())));
        }
        for (var key : keys) {
            answers.computeIfAbsent(key, missed -> miss(sql, missed));
        }
        return answers;
    }

    private record Entry(int number, EntryRef ref, UUID runId, List<UUID> artifactIds, String output) {
        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getInt("n"),
                    new EntryRef(row.getLong("id"), row.getInt("generation")),
                    row.getObject("run_id", UUID.class),
                    StepRows.artifactIds(row),
                    row.getString("output"));
        }

        CacheAnswer hit(Map<UUID, Artifact> artifacts) {
            if (!artifacts.keySet().containsAll(artifactIds)) {
                return new CacheAnswer.Miss(MissReason.BLOB_MISSING, Optional.of(runId));
            }
            var named = artifactIds.stream().map(id -> artifacts.get(id)).toList();
            return new CacheAnswer.Hit(Verdict.HIT_COLD, ref, new StepOutput(Columnar.json(output), named), runId);
        }
    }

    private static List<Entry> entries(JdbcClient sql, List<CacheKey> keys) {
        var numbers = new Integer[keys.size()];
        Arrays.setAll(numbers, n -> n);
        return sql.sql(ENTRIES)
                .param("numbers", numbers)
                .param("tenants", texts(keys, CacheKey::tenant))
                .param("workflows", texts(keys, CacheKey::workflowName))
                .param("steps", texts(keys, CacheKey::stepId))
                .param("hashes", texts(keys, key -> key.inputHash().hex()))
                .param("versions", texts(keys, key -> key.skillVersion().value()))
                .query((row, _) -> Entry.of(row))
                .list();
    }

    private static String[] texts(List<CacheKey> keys, Function<CacheKey, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    private static Map<UUID, Artifact> artifacts(JdbcClient sql, List<UUID> ids) {
        var artifacts = new HashMap<UUID, Artifact>();
        if (!ids.isEmpty()) {
            sql.sql(ARTIFACTS).param("ids", ids.toArray(UUID[]::new)).query(row -> {
                var artifact = StepRows.artifact(row);
                artifacts.put(artifact.id(), artifact);
            });
        }
        return artifacts;
    }

    private static CacheAnswer miss(JdbcClient sql, CacheKey key) {
        var sameInput = nearest(sql, SAME_INPUT, key);
        if (sameInput.isPresent()) {
            return new CacheAnswer.Miss(MissReason.SKILL_VERSION_CHANGED, sameInput);
        }
        var newest = nearest(sql, NEWEST, key);
        return newest.isPresent()
                ? new CacheAnswer.Miss(MissReason.INPUT_CHANGED, newest)
                : new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
    }

    private static Optional<UUID> nearest(JdbcClient sql, String query, CacheKey key) {
        return sql.sql(query)
                .param("tenant", key.tenant())
                .param("workflow", key.workflowName())
                .param("step", key.stepId())
                .param("hash", key.inputHash().hex())
                .query(UUID.class)
                .optional();
    }
}
