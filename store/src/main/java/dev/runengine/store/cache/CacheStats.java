package dev.runengine.store.cache;

import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.CacheShelf.Stats;
import dev.runengine.runtime.port.CacheShelf.Total;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the cache holds and what it was good for, of the current tenant. Within one transaction. */
final class CacheStats {
    private static final String HELD = """
            SELECT count(*) AS entries, coalesce(sum(size_bytes), 0) AS size_bytes
              FROM step_cache WHERE tenant_id = current_tenant()
            """;
    /** Completed runs hold the sums of their steps; of the others, which are few, the steps are read. */
    private static final String USED = """
            WITH run AS (
                SELECT hits_hot, hits_cold, hits_in_flight, misses, base_reuses,
                       spent_ms, spent_micros, spent_tokens,
                       hits_saved_ms, hits_saved_micros, hits_saved_tokens,
                       base_saved_ms, base_saved_micros, base_saved_tokens
                  FROM runs
                 WHERE tenant_id = current_tenant() AND created_at >= :since AND misses IS NOT NULL
                UNION ALL
                SELECT s.*
                  FROM runs r
                 CROSS JOIN LATERAL (
                       SELECT count(*) FILTER (WHERE t.verdict = 'HIT_HOT'),
                              count(*) FILTER (WHERE t.verdict = 'HIT_COLD'),
                              count(*) FILTER (WHERE t.verdict = 'HIT_IN_FLIGHT'),
                              count(*) FILTER (WHERE t.verdict = 'MISS'),
                              count(*) FILTER (WHERE t.verdict = 'BASE_RUN'),
                              sum(t.duration_ms) FILTER (WHERE t.status = 'completed'),
                              sum(t.cost_micros) FILTER (WHERE t.status = 'completed'),
                              sum(t.tokens) FILTER (WHERE t.status = 'completed'),
                              sum(t.duration_ms) FILTER (WHERE t.verdict LIKE 'HIT%'),
                              sum(t.cost_micros) FILTER (WHERE t.verdict LIKE 'HIT%'),
                              sum(t.tokens) FILTER (WHERE t.verdict LIKE 'HIT%'),
                              sum(t.duration_ms) FILTER (WHERE t.verdict = 'BASE_RUN'),
                              sum(t.cost_micros) FILTER (WHERE t.verdict = 'BASE_RUN'),
                              sum(t.tokens) FILTER (WHERE t.verdict = 'BASE_RUN')
                         FROM run_steps t WHERE t.run_id = r.run_id) s
                 WHERE r.tenant_id = current_tenant() AND r.created_at >= :since AND r.misses IS NULL
            )
            SELECT sum(hits_hot) AS hits_hot, sum(hits_cold) AS hits_cold, sum(hits_in_flight) AS hits_in_flight,
                   sum(misses) AS misses, sum(base_reuses) AS base_reuses,
                   sum(spent_ms) AS spent_ms, sum(spent_micros) AS spent_micros, sum(spent_tokens) AS spent_tokens,
                   sum(hits_saved_ms) AS hits_saved_ms, sum(hits_saved_micros) AS hits_saved_micros,
                   sum(hits_saved_tokens) AS hits_saved_tokens,
                   sum(base_saved_ms) AS base_saved_ms, sum(base_saved_micros) AS base_saved_micros,
                   sum(base_saved_tokens) AS base_saved_tokens
              FROM run
            """;

    private final JdbcClient sql;

    CacheStats(JdbcClient sql) {
        this.sql = sql;
    }

    Stats since(Instant since) {
        return sql.sql(HELD)
                .query((held, _) -> used(since, held.getLong("entries"), held.getLong("size_bytes")))
                .single();
    }

    private Stats used(Instant since, long entries, long sizeBytes) {
        return sql.sql(USED)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> stats(entries, sizeBytes, row))
                .single();
    }

    private static Stats stats(long entries, long sizeBytes, ResultSet row) throws SQLException {
        return new Stats(
                entries,
                sizeBytes,
                row.getLong("hits_hot"),
                row.getLong("hits_cold"),
                row.getLong("hits_in_flight"),
                row.getLong("misses"),
                row.getLong("base_reuses"),
                total(row, "spent"),
                total(row, "hits_saved"),
                total(row, "base_saved"));
    }

    private static Total total(ResultSet row, String of) throws SQLException {
        return new Total(row.getLong(of + "_ms"), new Usage(row.getLong(of + "_micros"), row.getLong(of + "_tokens")));
    }
}
