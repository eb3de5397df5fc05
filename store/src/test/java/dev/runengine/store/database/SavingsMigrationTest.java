package dev.runengine.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.store.database.Database.Address;
import dev.runengine.store.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of savings in a database that was written to before savings were recorded. */
class SavingsMigrationTest {
    private static final UUID MAKER = new UUID(0, 1);
    private static final UUID CACHED = new UUID(0, 2);
    private static final UUID UPDATE = new UUID(0, 3);
    private static final UUID ORPHAN = new UUID(0, 4);

    private static final String RUN = """
            INSERT INTO runs (run_id, tenant_id, workflow_name, workflow_version, trigger_type, trigger_payload, status,
                              cache_read, cache_write, cache_coalesce, priority, tags, started_at, completed_at,
                              created_at, updated_at)
            VALUES (?, 'acme', 'song', '1.0.0', 'initial', '{}', 'completed', true, true, true, 0, '{}', now(), now(),
                    now(), now())
            """;
    private static final String EXECUTED = """
            INSERT INTO run_steps (run_id, step_no, tenant_id, step_id, skill_id, status, verdict, miss_reason, input_hash,
                                   skill_version, attempt, output, artifact_ids, started_at, ended_at, duration_ms,
                                   cost_micros, tokens)
            VALUES (?, 0, 'acme', 'mix', 'mix-audio', 'completed', 'MISS', 'FIRST_SEEN', sha256('input'), '1+test@1', 1,
                    '{}', '{}', now(), now(), 12000, 40000, 7)
            """;
    private static final String TAKEN = """
            INSERT INTO run_steps (run_id, step_no, tenant_id, step_id, skill_id, status, verdict, compared_run_id, output,
                                   artifact_ids, ended_at)
            VALUES (?, 0, 'acme', 'mix', 'mix-audio', 'skipped', ?, ?, '{}', '{}', now())
            """;
    private static final String ENTRY = """
            INSERT INTO step_cache (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id, artifact_ids,
                                    output, duration_ms, cost_micros, size_bytes, tags, created_at)
            VALUES ('acme', 'song', 'mix', sha256('input'), '1+test@1', ?, '{}', '{}', 12000, 40000, 2, '{}', now())
            """;

    private static Database database;

    @BeforeAll
    static void aDatabaseOfBeforeIsMigrated() {
        var before = TestDatabase.empty();
        Flyway.configure()
                .dataSource(before.jdbcUrl(), before.user(), before.password())
                .locations("classpath:db/migration")
                .target("14")
                .load()
                .migrate();
        write(JdbcClient.create(before.dataSource()));
        database = Database.open(new Address(before.jdbcUrl(), before.user(), before.password()), 1);
    }

    private static void write(JdbcClient sql) {
        sql.sql("""
                INSERT INTO workflow_versions (name, version, digest, spec, first_seen)
                VALUES ('song', '1.0.0', sha256('song'), '{}', now())
                """).update();
        List.of(MAKER, CACHED, UPDATE, ORPHAN)
                .forEach(run -> sql.sql(RUN).param(run).update());
        sql.sql(EXECUTED).param(MAKER).update();
        sql.sql(TAKEN).params(CACHED, "HIT_COLD", MAKER).update();
        sql.sql(TAKEN).params(UPDATE, "BASE_RUN", CACHED).update();
        sql.sql(TAKEN).params(ORPHAN, "HIT_HOT", new UUID(0, 9)).update();
        sql.sql(ENTRY).param(MAKER).update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatWasTakenOverTwiceHadTheCostOfTheExecutionThatMadeIt() {
        assertThat(row("""
                SELECT made_by, duration_ms, cost_micros, tokens, skill_version,
                       input_hash = sha256('input') AS same_input
                  FROM run_steps WHERE run_id = ?""", UPDATE)).containsExactly(MAKER, 12_000L, 40_000L, 7L, "1+test@1", true);
    }

    @Test
    void whatCannotBeFoundOutStaysUnknown() {
        assertThat(row("SELECT made_by, duration_ms, input_hash FROM run_steps WHERE run_id = ?", ORPHAN))
                .containsOnlyNulls();
    }

    @Test
    void anExecutedStepWasMadeByNobodyElse() {
        assertThat(row("SELECT made_by, duration_ms FROM run_steps WHERE run_id = ?", MAKER))
                .containsExactly(null, 12_000L);
    }

    @Test
    void completedRunsHaveTheirSums() {
        var sums = "SELECT misses, hits_cold, base_reuses, spent_ms, hits_saved_micros, base_saved_tokens"
                + " FROM runs WHERE run_id = ?";
        assertThat(row(sums, MAKER)).containsExactly(1, 0, 0, 12_000L, 0L, 0L);
        assertThat(row(sums, CACHED)).containsExactly(0, 1, 0, 0L, 40_000L, 0L);
        assertThat(row(sums, UPDATE)).containsExactly(0, 0, 1, 0L, 0L, 7L);
    }

    @Test
    void aCachedResultKnowsTheTokensItCost() {
        assertThat(row("SELECT tokens FROM step_cache WHERE run_id = ?", MAKER)).containsExactly(7L);
    }

    private static List<Object> row(String query, UUID run) {
        return database.asWorker(sql -> {
            var row = sql.sql(query).param(run).query().singleRow();
            return new ArrayList<>(row.values());
        });
    }
}
