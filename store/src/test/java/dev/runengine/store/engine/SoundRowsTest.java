package dev.runengine.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowJson;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.store.database.Database;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.runs.PostgresRunStore;
import dev.runengine.store.runs.PostgresWorkflowVersions;
import dev.runengine.store.testing.TestDatabase;
import dev.runengine.store.wake.Bell;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database itself refuses to hold, whoever writes it. */
class SoundRowsTest {
    private static final CompiledWorkflow SONG = TestFlows.compile(TestFlows.flow("song", "a"));
    private static final String RUNNING = "status = 'running', verdict = 'DISABLED', started_at = now(),"
            + " skill_version = '1', input_hash = decode(repeat('00', 32), 'hex')";
    private static final String COMPLETED = "status = 'completed', verdict = 'DISABLED', started_at = now(),"
            + " ended_at = now(), output = '1', artifact_ids = '{}', duration_ms = 1, attempt = 1";
    private static final String HELD = RUNNING + ", job_state = 'held', job_at = now(), execution_key = run_id";

    private static Database database;

    @BeforeAll
    static void open() {
        var fresh = TestDatabase.empty();
        database = Database.open(new Address(fresh.jdbcUrl(), fresh.user(), fresh.password()), 2);
        new PostgresWorkflowVersions(database)
                .record(SONG.name(), SONG.version(), SONG.digest(), WorkflowJson.write(SONG.spec()), Instant.EPOCH);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                RUNNING,
                COMPLETED,
                HELD,
                HELD + ", settled_job_id = '', settled_at = now()",
                RUNNING + ", job_state = 'submitted', job_id = 'j', job_at = now(), execution_key = run_id",
                RUNNING + ", verdict = 'MISS', miss_reason = 'FIRST_SEEN'",
                "status = 'skipped', verdict = 'HIT_COLD', output = '1', artifact_ids = '{}', ended_at = now()",
                "status = 'failed', error_code = 'SKILL_FAILED', ended_at = now()",
                "status = 'cancelled', ended_at = now()"
            })
    void whatIsSoundIsTaken(String columns) {
        assertThat(set(columns)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'done'",
                "output = '1'",
                "ended_at = now()",
                "started_at = now()",
                "next_attempt_at = now()",
                RUNNING + ", started_at = NULL",
                RUNNING + ", verdict = NULL",
                RUNNING + ", input_hash = NULL",
                RUNNING + ", input_hash = 'short'",
                RUNNING + ", skill_version = NULL",
                RUNNING + ", ended_at = now()",
                RUNNING + ", verdict = 'MISS'",
                RUNNING + ", miss_reason = 'FIRST_SEEN'",
                RUNNING + ", job_state = 'submitting', execution_key = run_id",
                RUNNING + ", job_state = 'submitting', job_at = now()",
                RUNNING + ", job_state = 'submitted', job_at = now(), execution_key = run_id",
                RUNNING + ", job_id = 'j'",
                RUNNING + ", settled_job_id = '', settled_at = now()",
                HELD + ", job_id = 'j'",
                HELD + ", next_attempt_at = now()",
                HELD + ", settled_at = now()",
                COMPLETED + ", output = NULL",
                COMPLETED + ", artifact_ids = NULL",
                COMPLETED + ", duration_ms = NULL",
                COMPLETED + ", attempt = 0",
                COMPLETED + ", ended_at = NULL",
                COMPLETED + ", verdict = NULL",
                COMPLETED + ", job_state = 'held', job_at = now(), execution_key = run_id",
                "status = 'skipped', verdict = 'HIT_COLD', ended_at = now()",
                "status = 'failed', ended_at = now()",
                "status = 'failed', error_code = 'SKILL_FAILED'",
                "status = 'cancelled'"
            })
    void whatContradictsItselfIsRefused(String columns) {
        assertThatThrownBy(() -> set(columns)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pending = -1", "cancelled = -1", "paused_ms = -1", "paused_at = now(), claimable_at = NULL"})
    void theNarrowRowOfARunIsKeptSoundToo(String columns) {
        var run = run();
        assertThatThrownBy(() -> update("UPDATE run_state SET " + columns + " WHERE run_id = ?", run))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRunThatIsDeletedTakesItsStepsAndEventsWithIt() {
        var run = run();
        update("INSERT INTO run_events VALUES (?, 1, 'acme', now(), '[]')", run);

        update("DELETE FROM runs WHERE run_id = ?", run);

        assertThat(count("run_state", run)).isZero();
        assertThat(count("run_steps", run)).isZero();
        assertThat(count("run_events", run)).isZero();
    }

    /** Sets columns of a step that is pending; of a column named twice the last counts. */
    private static int set(String columns) {
        var byName = new LinkedHashMap<String, String>();
        for (var column : columns.split(", (?=[a-z_]+ =)", -1)) {
            if (!column.isEmpty()) {
                byName.put(column.substring(0, column.indexOf(' ')), column);
            }
        }
        byName.putIfAbsent("lost", "lost = 0");
        return update("UPDATE run_steps SET " + String.join(", ", byName.values()) + " WHERE run_id = ?", run());
    }

    private static UUID run() {
        var id = UUID.randomUUID();
        new PostgresRunStore(database, new Bell(database))
                .create(new NewRun(
                        id,
                        "acme",
                        SONG,
                        Json.object(),
                        Optional.empty(),
                        CacheFlags.DEFAULT,
                        0,
                        Optional.empty(),
                        List.of(),
                        Instant.EPOCH));
        return id;
    }

    private static int update(String statement, UUID run) {
        return database.asWorker(sql -> sql.sql(statement).param(run).update());
    }

    private static int count(String table, UUID run) {
        return database.asWorker(sql -> sql.sql("SELECT count(*) FROM " + table + " WHERE run_id = ?")
                .param(run)
                .query(Integer.class)
                .single());
    }
}
