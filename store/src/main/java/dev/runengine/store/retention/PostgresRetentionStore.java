package dev.runengine.store.retention;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.CacheShelf.Removal;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.store.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgetting in PostgreSQL, by the worker role. What may be about to be used is locked first and looked at again by a second
 * statement, which sees what was committed before the lock was had. Rows that somebody else has locked are passed over, so
 * that clean-up neither waits nor is waited for in turn.
 */
public final class PostgresRetentionStore implements RetentionStore {
    /** One step down an index for each tenant, however many runs it has. */
    private static final String TENANTS = """
            WITH RECURSIVE t(tenant_id) AS (
                (SELECT tenant_id FROM runs ORDER BY tenant_id LIMIT 1)
                UNION ALL
                SELECT (SELECT r.tenant_id FROM runs r WHERE r.tenant_id > t.tenant_id ORDER BY r.tenant_id LIMIT 1)
                  FROM t WHERE t.tenant_id IS NOT NULL
            )
            SELECT tenant_id FROM t WHERE tenant_id IS NOT NULL
             UNION
            SELECT tenant_id FROM tenant_shares
            """;

    /** The newest first: an update goes before the run it is an update of. */
    private static final String ENDED_RUNS = """
            SELECT r.run_id
              FROM runs r
             WHERE r.tenant_id = :tenant AND r.created_at < :before AND r.completed_at < :before
               AND NOT EXISTS (SELECT FROM runs u WHERE u.base_run_id = r.run_id)
             ORDER BY r.created_at DESC, r.run_id DESC
             LIMIT :limit
               FOR UPDATE SKIP LOCKED
            """;

    private static final String FORGET_RUNS = """
            DELETE FROM runs r
             WHERE r.run_id = ANY (:runs::uuid[]) AND r.completed_at < :before
               AND NOT EXISTS (SELECT FROM runs u WHERE u.base_run_id = r.run_id)
            """;

    private static final String FORGET_DELETIONS = """
            DELETE FROM gone_results
             WHERE ctid IN (SELECT ctid FROM gone_results WHERE tenant_id = :tenant AND at < :before
                               FOR UPDATE SKIP LOCKED)
            """;

    /** What only such an artifact's own step could name went with the run. */
    private static final String ORPHANS = """
            SELECT a.id
              FROM artifacts a
             WHERE a.tenant_id = :tenant AND a.created_at < :before
               AND NOT EXISTS (SELECT FROM runs r WHERE r.run_id = a.run_id)
               AND NOT EXISTS (SELECT FROM named_elsewhere n WHERE n.id = a.id)
               AND (a.run_id IS NOT NULL
                    OR NOT EXISTS (SELECT FROM payload_files p
                                    WHERE p.tenant_id = a.tenant_id AND p.content_hash = a.content_hash))
             LIMIT :limit
               FOR UPDATE OF a SKIP LOCKED
            """;
    /** Steps that executed name what they made themselves, and are there as long as their run. */
    private static final String FORGET_ARTIFACTS = """
            WITH named_elsewhere AS MATERIALIZED (
                SELECT unnest(artifact_ids) AS id FROM run_steps WHERE tenant_id = :tenant AND status = 'skipped'
                 UNION
                SELECT unnest(artifact_ids) FROM step_cache WHERE tenant_id = :tenant
            )
            DELETE FROM artifacts WHERE id IN (%s)
            """.formatted(ORPHANS);

    private static final String FORGET_INPUTS = """
            DELETE FROM step_inputs i
             USING (SELECT x.input_hash
                      FROM step_inputs x
                     WHERE x.tenant_id = :tenant AND x.created_at < :before
                       AND NOT EXISTS (SELECT FROM run_steps s
                                        WHERE s.tenant_id = x.tenant_id AND s.input_hash = x.input_hash)
                     LIMIT :limit
                       FOR UPDATE OF x SKIP LOCKED) AS old
             WHERE i.tenant_id = :tenant AND i.input_hash = old.input_hash
            """;

    private static final String NAMED = """
            SELECT encode(f.hash, 'hex')
              FROM (SELECT decode(x, 'hex') AS hash FROM unnest(:hashes::text[]) AS x) AS f
             WHERE EXISTS (SELECT FROM artifacts a WHERE a.tenant_id = :tenant AND a.content_hash = f.hash)
                OR EXISTS (SELECT FROM payload_files p WHERE p.tenant_id = :tenant AND p.content_hash = f.hash)
            """;
    private static final String FORGET_FILE =
            "DELETE FROM blobs WHERE tenant_id = :tenant AND content_hash = decode(:hash, 'hex')";

    private final Database database;
    private final OldResults results;

    public PostgresRetentionStore(Database database) {
        this.database = database;
        this.results = new OldResults(database);
    }

    @Override
    public Set<String> tenants() {
        return new HashSet<>(database.asWorkerAlone(
                sql -> sql.sql(TENANTS).query(String.class).list()));
    }

    @Override
    public int forgetRuns(String tenant, Instant endedBefore, int limit) {
        return database.asWorker(sql -> {
            var runs = sql.sql(ENDED_RUNS)
                    .param("tenant", tenant)
                    .param("before", utc(endedBefore))
                    .param("limit", limit)
                    .query(UUID.class)
                    .list();
            return runs.isEmpty()
                    ? 0
                    : sql.sql(FORGET_RUNS)
                            .param("runs", runs.toArray(UUID[]::new))
                            .param("before", utc(endedBefore))
                            .update();
        });
    }

    @Override
    public Removal expireResults(String tenant, Age age, Instant at, int limit) {
        return results.expire(tenant, age, at, limit);
    }

    @Override
    public Removal evictResults(String tenant, long maxBytes, Instant at, int limit) {
        return results.evict(tenant, maxBytes, at, limit);
    }

    @Override
    public int forgetDeletions(String tenant, Instant deletedBefore) {
        return database.asWorkerAlone(sql -> sql.sql(FORGET_DELETIONS)
                .param("tenant", tenant)
                .param("before", utc(deletedBefore))
                .update());
    }

    @Override
    public int forgetArtifacts(String tenant, Instant madeBefore, int limit) {
        return forget(FORGET_ARTIFACTS, tenant, madeBefore, limit);
    }

    @Override
    public int forgetInputs(String tenant, Instant madeBefore, int limit) {
        return forget(FORGET_INPUTS, tenant, madeBefore, limit);
    }

    private int forget(String statement, String tenant, Instant before, int limit) {
        return database.asWorkerAlone(sql -> sql.sql(statement)
                .param("tenant", tenant)
                .param("before", utc(before))
                .param("limit", limit)
                .update());
    }

    @Override
    public Set<ContentHash> unnamed(String tenant, Collection<ContentHash> files) {
        return database.asWorkerAlone(sql -> unnamed(sql, tenant, files));
    }

    private static Set<ContentHash> unnamed(JdbcClient sql, String tenant, Collection<ContentHash> files) {
        var unnamed = new HashSet<>(files);
        sql.sql(NAMED)
                .param("tenant", tenant)
                .param("hashes", files.stream().map(ContentHash::hex).toArray(String[]::new))
                .query((row, _) -> new ContentHash(row.getString(1)))
                .list()
                .forEach(unnamed::remove);
        return unnamed;
    }

    @Override
    public boolean forgetFile(String tenant, ContentHash file) {
        return database.asWorker(sql -> {
            if (unnamed(sql, tenant, Set.of(file)).isEmpty()) {
                return false;
            }
            sql.sql(FORGET_FILE)
                    .param("tenant", tenant)
                    .param("hash", file.hex())
                    .update();
            return true;
        });
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
