package dev.runengine.store.retention;

import dev.runengine.core.reuse.MissReason;
import dev.runengine.runtime.port.CacheShelf.Removal;
import dev.runengine.runtime.port.RetentionStore.Age;
import dev.runengine.store.cache.ResultDeletion;
import dev.runengine.store.database.Database;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cached results that have been kept for long enough, or for which there is no room. */
final class OldResults {
    private static final String LAST_USED = "coalesce(c.last_hit_at, c.created_at)";
    private static final String NOT_LEASED = "NOT EXISTS (SELECT FROM leased_entries l WHERE l.entry_id = c.id)";

    private static final String TOO_OLD = """
            SELECT c.id
              FROM step_cache c
             WHERE c.tenant_id = :tenant AND (c.created_at < :made OR %s < :used) AND %s
             ORDER BY c.id
             LIMIT :limit
               FOR UPDATE OF c SKIP LOCKED
            """.formatted(LAST_USED, NOT_LEASED);

    /** Leased ones take their room too. */
    private static final String BEYOND_THE_SIZE = """
            SELECT c.id
              FROM step_cache c
             WHERE c.id IN (
                 SELECT id
                   FROM (SELECT c.id, sum(c.size_bytes) OVER (ORDER BY %s DESC, c.id DESC) AS up_to_here
                           FROM step_cache c WHERE c.tenant_id = :tenant) AS used
                  WHERE up_to_here > :size)
               AND %s
             ORDER BY %s, c.id
             LIMIT :limit
               FOR UPDATE OF c SKIP LOCKED
            """.formatted(LAST_USED, NOT_LEASED, LAST_USED);

    private static final String DELETE = ResultDeletion.of(
            "SELECT c.id FROM step_cache c WHERE c.id = ANY (:ids::bigint[]) AND " + NOT_LEASED, MissReason.EXPIRED);

    private final Database database;

    OldResults(Database database) {
        this.database = database;
    }

    Removal expire(String tenant, Age age, Instant at, int limit) {
        return database.asWorker(sql -> delete(
                sql,
                sql.sql(TOO_OLD)
                        .param("tenant", tenant)
                        .param("made", utc(age.madeBefore()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("used", utc(age.unusedSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("limit", limit)
                        .query((row, _) -> row.getLong("id"))
                        .list(),
                at));
    }

    Removal evict(String tenant, long maxBytes, Instant at, int limit) {
        return database.asWorker(sql -> delete(
                sql,
                sql.sql(BEYOND_THE_SIZE)
                        .param("tenant", tenant)
                        .param("size", maxBytes)
                        .param("limit", limit)
                        .query((row, _) -> row.getLong("id"))
                        .list(),
                at));
    }

    private static Removal delete(JdbcClient sql, List<Long> ids, Instant at) {
        return ids.isEmpty()
                ? new Removal(0, 0)
                : sql.sql(DELETE)
                        .param("ids", ids.toArray(Long[]::new))
                        .param("at", PostgresRetentionStore.utc(at))
                        .query((row, _) -> new Removal(row.getLong("entries"), row.getLong("size_bytes")))
                        .single();
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(PostgresRetentionStore::utc).orElse(null);
    }
}
