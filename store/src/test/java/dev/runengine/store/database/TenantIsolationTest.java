package dev.runengine.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.store.database.Database.Address;
import dev.runengine.store.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the api role can reach, whatever the query. */
class TenantIsolationTest {
    private static final List<String> TENANT_TABLES = List.of(
            "runs",
            "run_state",
            "run_steps",
            "step_inputs",
            "step_attempts",
            "run_events",
            "artifacts",
            "blobs",
            "step_cache",
            "step_flight",
            "queue_pauses",
            "schedules",
            "idempotency_keys");
    private static final UUID OF_ACME = UUID.randomUUID();
    private static final UUID OF_BOLT = UUID.randomUUID();

    private static Database database;

    @BeforeAll
    static void twoTenantsWithARunEach() {
        var fresh = TestDatabase.empty();
        database = Database.open(new Address(fresh.jdbcUrl(), fresh.user(), fresh.password()), 2);
        database.asWorker(sql -> sql.sql("""
                INSERT INTO workflow_versions (name, version, digest, spec, first_seen)
                VALUES ('song', '1.0.0', decode(repeat('00', 32), 'hex'), '{}', now())
                """).update());
        insertRun("acme", OF_ACME);
        insertRun("bolt", OF_BOLT);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aTenantSeesItsOwnRuns() {
        assertThat(ids("acme")).containsExactly(OF_ACME);
        assertThat(ids("bolt")).containsExactly(OF_BOLT);
    }

    @Test
    void aQueryForEverybodyElseFindsNothing() {
        var others = database.asTenant(
                "acme",
                sql -> sql.sql("SELECT run_id FROM runs WHERE tenant_id <> 'acme' OR true")
                        .query(UUID.class)
                        .list());
        assertThat(others).containsExactly(OF_ACME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "acme' OR '1'='1"})
    void whoIsNobodySeesNothingInAnyTable(String tenant) {
        for (var table : TENANT_TABLES) {
            long rows = database.asTenant(
                    tenant,
                    sql -> sql.sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single());
            assertThat(rows).as(table).isZero();
        }
    }

    @Test
    void aTenantCannotWriteIntoAnothersRun() {
        int changed = database.asTenant(
                "acme",
                sql -> sql.sql("UPDATE runs SET priority = 9 WHERE run_id = :id")
                        .param("id", OF_BOLT)
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void aTenantCannotMakeARowForAnother() {
        assertThatThrownBy(() -> database.asTenant("acme", sql -> insertRun(sql, "bolt", UUID.randomUUID())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void everyTableThatNamesATenantIsGuarded() {
        var unguarded =
                database.asWorker(sql -> sql.sql("""
                SELECT c.relname
                  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                 WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                """).query(String.class).list());
        assertThat(unguarded).isEmpty();
    }

    @Test
    void theRolesOwnNothingAndBypassNothing() {
        var mighty = database.asWorker(sql -> sql.sql("""
                SELECT r.rolname
                  FROM pg_roles r
                 WHERE r.rolname IN ('run_engine_api', 'run_engine_worker')
                   AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcanlogin
                        OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid))
                """).query(String.class).list());
        assertThat(mighty).isEmpty();
    }

    private static List<UUID> ids(String tenant) {
        return database.asTenant(
                tenant,
                sql -> sql.sql("SELECT run_id FROM runs").query(UUID.class).list());
    }

    private static void insertRun(String tenant, UUID id) {
        database.asTenant(tenant, sql -> insertRun(sql, tenant, id));
    }

    private static int insertRun(JdbcClient sql, String tenant, UUID id) {
        return sql.sql("""
                INSERT INTO runs (run_id, tenant_id, workflow_name, workflow_version, trigger_type, trigger_payload, status,
                                  cache_read, cache_write, cache_coalesce, priority, tags, created_at, updated_at)
                VALUES (:id, :tenant, 'song', '1.0.0', 'initial', '{}', 'queued', true, true, true, 0, '{}', now(), now())
                """).param("id", id).param("tenant", tenant).update();
    }
}
