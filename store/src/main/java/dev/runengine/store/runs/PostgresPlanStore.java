package dev.runengine.store.runs;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.port.PlanStore;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import dev.runengine.store.rows.StepRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans in PostgreSQL. */
public final class PostgresPlanStore implements PlanStore {
    private static final String LEASE = """
            INSERT INTO plan_leases (plan_id, entry_id, generation, tenant_id, leased_until)
            SELECT :planId, c.id, c.generation, c.tenant_id, :until
              FROM unnest(:ids::bigint[], :generations::integer[]) AS e(id, generation)
              JOIN step_cache c ON c.id = e.id AND c.generation = e.generation
            ON CONFLICT DO NOTHING
            """;
    private static final String LEASED = """
            SELECT c.id, c.generation
              FROM plan_leases l JOIN step_cache c ON c.id = l.entry_id AND c.generation = l.generation
             WHERE l.plan_id = :planId
            """;
    private static final String FORGET_PLANS = """
            DELETE FROM plans WHERE tenant_id = current_tenant() AND expires_at <= :now
            """;
    /** Also of plans that were never saved. */
    private static final String FORGET_LEASES = """
            DELETE FROM plan_leases l
             WHERE l.tenant_id = current_tenant() AND l.leased_until <= :now
               AND NOT EXISTS (SELECT FROM runs r WHERE r.run_id = l.plan_id AND r.status IN ('queued', 'running'))
            """;

    private static final String SAVE = """
            INSERT INTO plans (plan_id, tenant_id, base_run_id, request, promises, created_at, expires_at)
            VALUES (:planId, :tenant, :baseRunId, :request, :promises, :createdAt, :expiresAt)
            """;
    private static final String FIND = "SELECT * FROM plans WHERE plan_id = :planId";

    private final Database database;

    public PostgresPlanStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<EntryRef> lease(String tenant, UUID planId, Collection<EntryRef> entries, Instant until) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        var list = List.copyOf(entries);
        database.asTenant(
                tenant,
                sql -> sql.sql(LEASE)
                        .param("planId", planId)
                        .param("until", utc(until))
                        .param("ids", list.stream().map(EntryRef::id).toArray(Long[]::new))
                        .param(
                                "generations",
                                list.stream().map(EntryRef::generation).toArray(Integer[]::new))
                        .update());
        return leased(tenant, planId);
    }

    @Override
    public Set<EntryRef> leased(String tenant, UUID planId) {
        return new HashSet<>(database.asTenant(
                tenant,
                sql -> sql.sql(LEASED)
                        .param("planId", planId)
                        .query((row, _) -> new EntryRef(row.getLong("id"), row.getInt("generation")))
                        .list()));
    }

    @Override
    public void save(SavedPlan plan) {
        database.asTenant(plan.tenant(), sql -> {
            sql.sql(FORGET_PLANS).param("now", utc(plan.createdAt())).update();
            sql.sql(FORGET_LEASES).param("now", utc(plan.createdAt())).update();
            return sql.sql(SAVE)
                    .param("planId", plan.planId())
                    .param("tenant", plan.tenant())
                    .param("baseRunId", plan.baseRunId())
                    .param("request", Columnar.text(plan.request()))
                    .param("promises", Columnar.text(plan.promises()))
                    .param("createdAt", utc(plan.createdAt()))
                    .param("expiresAt", utc(plan.expiresAt()))
                    .update();
        });
    }

    @Override
    public Optional<SavedPlan> find(String tenant, UUID planId) {
        return database.asTenant(
                tenant,
                sql -> sql.sql(FIND)
                        .param("planId", planId)
                        .query((row, _) -> plan(row))
                        .optional());
    }

    private static SavedPlan plan(ResultSet row) throws SQLException {
        return new SavedPlan(
                row.getObject("plan_id", UUID.class),
                row.getString("tenant_id"),
                row.getObject("base_run_id", UUID.class),
                Columnar.json(row.getString("request")),
                Columnar.json(row.getString("promises")),
                StepRows.instant(row, "created_at").orElseThrow(),
                StepRows.instant(row, "expires_at").orElseThrow());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
