package dev.runengine.store.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.store.database.Database;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database reads to find a result, while it has no statistics yet. */
class LookUpPlanTest {
    private static final String MANY_RESULTS_OF_A_STEP = """
            ALTER TABLE step_cache SET (autovacuum_enabled = off);
            INSERT INTO step_cache (tenant_id, workflow_name, step_id, input_hash, skill_version, run_id, artifact_ids, output,
                                    duration_ms, cost_micros, tokens, size_bytes, tags, created_at)
            SELECT 'acme', 'song', 'compose', sha256(n::text::bytea), '1', gen_random_uuid(), '{}', '1', 1, 1, 1, 1,
                   '{}', now()
              FROM generate_series(1, 3000) AS n
            """;
    private static final String READ = """
            SELECT coalesce(sum(idx_tup_read), 0) + (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'step_cache')
              FROM pg_stat_user_indexes WHERE relname = 'step_cache'
            """;

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void aLookUpReadsAFewEntriesHoweverManyTheStepHas() throws SQLException {
        var address = new Address(database.jdbcUrl(), database.user(), database.password());
        try (var opened = Database.open(address, 2)) {
            var cache = new PostgresStepCache(opened);
            cache.lookUp(List.of(key("planned while there is nothing")));
            database.execute(MANY_RESULTS_OF_A_STEP);
            database.execute("SELECT pg_stat_reset()");
            var found = key("7");
            var missed = key("another");

            var answers = cache.lookUp(List.of(found, missed));
            assertThat(answers.get(found)).isInstanceOf(CacheAnswer.Hit.class);
            assertThat(answers.get(missed)).isInstanceOf(CacheAnswer.Miss.class);
        }
        database.awaitStatistics();
        assertThat(database.number(READ)).isBetween(1L, 3L);
    }

    private static CacheKey key(String input) {
        return new CacheKey(
                "acme",
                "song",
                "compose",
                ContentHash.of(input.getBytes(StandardCharsets.UTF_8)),
                new SkillVersion("1"));
    }
}
