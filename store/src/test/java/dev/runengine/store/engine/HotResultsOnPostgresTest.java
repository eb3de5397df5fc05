package dev.runengine.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.store.cache.CaffeineHotTier;
import dev.runengine.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hot tiers of several nodes over one database. */
class HotResultsOnPostgresTest {
    private static final String LOOK_UPS = """
            SELECT coalesce(sum(i.idx_scan), 0)
              FROM pg_stat_user_indexes i
             WHERE i.relname = 'step_cache' AND i.indexrelname <> 'step_cache_pkey'
            """;
    private static final String LOCKED = """
            SELECT coalesce(sum(i.idx_scan), 0) FROM pg_stat_user_indexes i WHERE i.indexrelname = 'step_cache_pkey'
            """;

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path files;

    private HotTier hot;

    @BeforeEach
    void openTier() {
        hot = CaffeineHotTier.ofUsualSize();
    }

    @Test
    void whatOneNodeInvalidatesNoOtherServesFromItsHotTier() throws Exception {
        try (var first = new HotNode(database, files, CaffeineHotTier.ofUsualSize())) {
            first.run();
        }
        try (var second = new HotNode(database, files, hot)) {
            assertThat(verdicts(second.run())).containsExactly(Verdict.HIT_COLD, Verdict.HIT_COLD);
            assertThat(verdicts(second.run())).containsExactly(Verdict.HIT_HOT, Verdict.HIT_HOT);
            assertThat(second.executions()).isZero();

            database.execute("DELETE FROM step_cache");

            var after = second.run();
            assertThat(verdicts(after)).containsExactly(Verdict.MISS, Verdict.MISS);
            assertThat(after.getFirst().reason()).contains(MissReason.INVALIDATED);
            assertThat(second.executions()).isEqualTo(2);
            assertThat(verdicts(second.run())).containsExactly(Verdict.HIT_HOT, Verdict.HIT_HOT);
        }
    }

    @Test
    void whatOneNodeHasExecutedAgainAnotherDoesNotExecuteOnceMore() throws Exception {
        try (var first = new HotNode(database, files, hot)) {
            first.run();
        }
        database.execute("UPDATE step_cache SET generation = generation + 1");
        try (var second = new HotNode(database, files, hot)) {
            assertThat(verdicts(second.run())).containsExactly(Verdict.HIT_COLD, Verdict.HIT_COLD);
            assertThat(verdicts(second.run())).containsExactly(Verdict.HIT_HOT, Verdict.HIT_HOT);
            assertThat(second.executions()).isZero();
        }
    }

    @Test
    void aHotRunLooksNothingUpInTheDatabaseAndLocksWhatItReuses() throws Exception {
        database.execute("ALTER DATABASE " + database.name() + " SET enable_seqscan = off");
        try (var node = new HotNode(database, files, hot)) {
            node.run();
        }
        assertThat(lookUpsDuringARun(HotTier.NONE)).isPositive();
        assertThat(lookUpsDuringARun(hot)).isZero();
        assertThat(database.number(LOCKED)).isPositive();
    }

    @Test
    void whatWasReusedIsCountedWhenTheNodeEndsAtTheLatest() throws Exception {
        try (var node = new HotNode(database, files, hot)) {
            node.run();
            node.run();
        }
        try (var node = new HotNode(database, files, HotTier.NONE)) {
            node.run();
        }
        assertThat(database.number("SELECT sum(hits) FROM step_cache")).isEqualTo(4);
        assertThat(database.number("SELECT count(*) FROM step_cache WHERE last_hit_at > created_at"))
                .isEqualTo(2);
    }

    private long lookUpsDuringARun(HotTier tier) throws Exception {
        database.execute("SELECT pg_stat_reset()");
        try (var node = new HotNode(database, files, tier)) {
            assertThat(verdicts(node.run())).doesNotContain(Verdict.MISS);
        }
        database.awaitStatistics();
        return database.number(LOOK_UPS);
    }

    private static List<Verdict> verdicts(List<StepDecision> decisions) {
        return decisions.stream().map(StepDecision::verdict).toList();
    }
}
