package dev.runengine.store.cache;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the cold tier holds, as the tenant who asks sees it. */
public final class PostgresCacheShelf implements CacheShelf {
    private static final String FITS = """
            tenant_id = current_tenant()
               AND (:workflow::text IS NULL OR workflow_name = :workflow)
               AND (:step::text IS NULL OR step_id = :step)
               AND (:hash::text IS NULL OR input_hash = decode(:hash, 'hex'))
               AND (:skill::text IS NULL OR skill_version = :skill)
               AND (:tag::text IS NULL OR :tag = ANY (tags))
            """;
    /** In the order of an index, which is for those who ask for {@code id > 0}, so that a page costs what it shows. */
    private static final String ENTRIES = """
            SELECT id, workflow_name, step_id, input_hash, skill_version, run_id, artifact_ids, duration_ms, cost_micros,
                   size_bytes, tags, created_at, hits, last_hit_at
              FROM step_cache
             WHERE %s
               AND id > 0
               AND (:afterId::bigint IS NULL
                    OR ((workflow_name, step_id) >= (:afterWorkflow, :afterStep)
                        AND ((workflow_name, step_id) > (:afterWorkflow, :afterStep) OR id < :afterId)))
             ORDER BY workflow_name, step_id, id DESC
             LIMIT :limit
            """.formatted(FITS);

    private static final String MATCHING = """
            SELECT count(*) AS entries, coalesce(sum(size_bytes), 0) AS size_bytes FROM step_cache WHERE %s
            """.formatted(FITS);
    /**
     * Waits for commits that reuse one of these results at this moment; whoever comes later finds it gone. Locks them in the
     * order in which commits do.
     */
    private static final String INVALIDATE = ResultDeletion.of(
            "SELECT id FROM step_cache WHERE %s ORDER BY id FOR UPDATE".formatted(FITS), MissReason.INVALIDATED);

    private final Database database;

    public PostgresCacheShelf(Database database) {
        this.database = database;
    }

    @Override
    public Page entries(String tenant, Filter filter, Optional<Cursor> after, int limit) {
        return Page.of(
                database.asTenant(
                        tenant,
                        sql -> filtered(sql.sql(ENTRIES), filter)
                                .param(
                                        "afterWorkflow",
                                        after.map(Cursor::workflowName).orElse(null),
                                        Types.VARCHAR)
                                .param("afterStep", after.map(Cursor::stepId).orElse(null), Types.VARCHAR)
                                .param("afterId", after.map(Cursor::id).orElse(null), Types.BIGINT)
                                .param("limit", limit + 1)
                                .query((row, _) -> entry(row))
                                .list()),
                limit);
    }

    private static StatementSpec filtered(StatementSpec statement, Filter filter) {
        return statement
                .param("workflow", filter.workflowName().orElse(null), Types.VARCHAR)
                .param("step", filter.stepId().orElse(null), Types.VARCHAR)
                .param("hash", filter.inputHash().map(ContentHash::hex).orElse(null), Types.VARCHAR)
                .param("skill", filter.skillVersion().orElse(null), Types.VARCHAR)
                .param("tag", filter.tag().orElse(null), Types.VARCHAR);
    }

    @Override
    public Removal matching(String tenant, Filter filter) {
        return database.asTenant(
                tenant,
                sql -> filtered(sql.sql(MATCHING), filter)
                        .query((row, _) -> removal(row))
                        .single());
    }

    @Override
    public Removal invalidate(String tenant, Filter filter, Instant at) {
        return database.asTenant(
                tenant,
                sql -> filtered(sql.sql(INVALIDATE), filter)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> removal(row))
                        .single());
    }

    private static Removal removal(ResultSet row) throws SQLException {
        return new Removal(row.getLong("entries"), row.getLong("size_bytes"));
    }

    @Override
    public Stats stats(String tenant, Instant since) {
        return database.asTenant(tenant, sql -> new CacheStats(sql).since(since));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("workflow_name"),
                row.getString("step_id"),
                Columnar.hash(row.getBytes("input_hash")),
                new SkillVersion(row.getString("skill_version")),
                row.getObject("run_id", UUID.class),
                row.getLong("duration_ms"),
                row.getLong("cost_micros"),
                row.getLong("size_bytes"),
                StepRows.artifactIds(row).size(),
                List.of((String[]) row.getArray("tags").getArray()),
                StepRows.instant(row, "created_at").orElseThrow(),
                row.getLong("hits"),
                StepRows.instant(row, "last_hit_at"));
    }
}
