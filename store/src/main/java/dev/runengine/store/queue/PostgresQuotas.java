package dev.runengine.store.queue;

import dev.runengine.runtime.quota.Quota;
import dev.runengine.runtime.quota.QuotaShares;
import dev.runengine.runtime.quota.Settlement;
import dev.runengine.runtime.quota.Settlement.Bucket;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.StepRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shares of quotas in PostgreSQL. The row of a quota is locked while its shares are settled, so workers settle one after
 * the other; all that one worker asks for is one transaction.
 */
final class PostgresQuotas implements QuotaShares {
    private static final String KNOW = """
            INSERT INTO quotas (name) SELECT n FROM unnest(:names::text[]) AS n ORDER BY n ON CONFLICT DO NOTHING
            """;
    /** A worker that was given up gets nothing, and none is given up while it is being granted something. */
    private static final String ALIVE = "SELECT 1 FROM workers WHERE worker_id = :worker FOR KEY SHARE";
    /** In one order, so that no two workers wait for each other. */
    private static final String LOCK = """
            SELECT name, tokens, filled_at FROM quotas WHERE name = ANY (:names::text[]) ORDER BY name FOR UPDATE
            """;

    private static final String HOLDINGS = """
            SELECT name, worker_id, held, wanted, last_granted FROM quota_shares WHERE name = ANY (:names::text[])
            """;
    private static final String NOW = "SELECT lease_clock() AS now";
    private static final String HOLD = """
            INSERT INTO quota_shares (name, worker_id, held, wanted, last_granted)
            VALUES (:name, :worker, :held, :wanted, :lastGranted)
            ON CONFLICT (name, worker_id) DO UPDATE
               SET held = excluded.held, wanted = excluded.wanted, last_granted = excluded.last_granted
            """;
    private static final String FILL = "UPDATE quotas SET tokens = :tokens, filled_at = :now WHERE name = :name";

    private final Database database;
    private final UUID worker;

    PostgresQuotas(Database database, UUID worker) {
        this.database = database;
        this.worker = worker;
    }

    @Override
    public List<Grant> renew(List<Demand> demands) {
        var names = demands.stream().map(demand -> demand.quota().name()).toArray(String[]::new);
        return database.asWorker(sql -> {
            var alive =
                    sql.sql(ALIVE).param("worker", worker).query(Integer.class).optional();
            if (alive.isEmpty()) {
                return Collections.nCopies(demands.size(), Grant.NOTHING);
            }
            var buckets = locked(sql, names);
            var holdings = holdings(sql, names);
            var now = sql.sql(NOW)
                    .query((row, _) -> StepRows.instant(row, "now").orElseThrow())
                    .single();
            var grants = new ArrayList<Grant>();
            for (var demand : demands) {
                grants.add(settle(sql, demand, buckets, holdings, now));
            }
            return grants;
        });
    }

    private static Map<String, Optional<Bucket>> locked(JdbcClient sql, String[] names) {
        var buckets = buckets(sql, names);
        if (buckets.size() < names.length) {
            sql.sql(KNOW).param("names", names).update();
            buckets = buckets(sql, names);
        }
        return buckets;
    }

    private static Map<String, Optional<Bucket>> buckets(JdbcClient sql, String[] names) {
        var buckets = new HashMap<String, Optional<Bucket>>();
        sql.sql(LOCK).param("names", names).query(row -> {
            double tokens = row.getDouble("tokens");
            buckets.put(
                    row.getString("name"), StepRows.instant(row, "filled_at").map(at -> new Bucket(tokens, at)));
        });
        return buckets;
    }

    private static Map<String, Map<UUID, Holding>> holdings(JdbcClient sql, String[] names) {
        var holdings = new HashMap<String, Map<UUID, Holding>>();
        sql.sql(HOLDINGS).param("names", names).query(row -> {
            holdings.computeIfAbsent(row.getString("name"), _ -> new HashMap<>())
                    .put(
                            row.getObject("worker_id", UUID.class),
                            new Holding(
                                    row.getInt("held"),
                                    row.getInt("wanted"),
                                    StepRows.instant(row, "last_granted").orElseThrow()));
        });
        return holdings;
    }

    private Grant settle(
            JdbcClient sql,
            Demand demand,
            Map<String, Optional<Bucket>> buckets,
            Map<String, Map<UUID, Holding>> holdings,
            Instant now) {
        var name = demand.quota().name();
        var others = new HashMap<>(holdings.getOrDefault(name, Map.of()));
        var lastGranted = Optional.ofNullable(others.remove(worker))
                .map(Holding::lastGranted)
                .orElse(Instant.EPOCH);
        var bucket = Optional.ofNullable(buckets.get(name)).flatMap(b -> b);
        var settled = Settlement.of(demand, others.values(), lastGranted, bucket, now);
        sql.sql(HOLD)
                .param("name", name)
                .param("worker", worker)
                .param("held", settled.holding().held())
                .param("wanted", settled.holding().wanted())
                .param("lastGranted", settled.holding().lastGranted().atOffset(ZoneOffset.UTC))
                .update();
        if (demand.quota() instanceof Quota.Rate) {
            sql.sql(FILL)
                    .param("name", name)
                    .param("tokens", settled.tokens())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return settled.grant();
    }
}
