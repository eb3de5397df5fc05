package dev.runengine.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.runtime.port.CacheShelf.Filter;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.store.cache.PostgresCacheShelf;
import dev.runengine.store.database.Database;
import dev.runengine.store.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everybody who locks several cached results begins with the oldest, so that no two wait for each other. The newer of two is
 * the one that a commit names first, and that lies first in the table.
 */
class ResultLocksTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SOMEBODY_WAITS = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path files;

    @Test
    void aCommitBeginsWithTheOldest() throws Exception {
        try (var node = new HotNode(database, files, HotTier.NONE)) {
            twoResultsTheNewerFirst(node);
            var verdicts = whileTheOldestIsLocked(
                    () -> node.run().stream().map(StepDecision::verdict).toList());
            assertThat(verdicts).containsExactly(Verdict.HIT_COLD, Verdict.HIT_COLD);
        }
    }

    @Test
    void anInvalidationBeginsWithTheOldest() throws Exception {
        try (var node = new HotNode(database, files, HotTier.NONE)) {
            twoResultsTheNewerFirst(node);
        }
        try (var db =
                Database.open(new Database.Address(database.jdbcUrl(), database.user(), database.password()), 2)) {
            var shelf = new PostgresCacheShelf(db);
            var removal = whileTheOldestIsLocked(() -> shelf.invalidate("acme", Filter.ALL, Instant.EPOCH));
            assertThat(removal.entries()).isEqualTo(2);
        }
    }

    /** The result of a is made again after that of b, which then moves to the end of the table. */
    private void twoResultsTheNewerFirst(HotNode node) throws Exception {
        node.run();
        execute("DELETE FROM step_cache WHERE step_id = 'a'");
        node.run();
        execute("UPDATE step_cache SET hits = hits WHERE step_id = 'b'");
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private <T> T whileTheOldestIsLocked(Work<T> work) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var holder = database.dataSource().getConnection();
                var other = database.dataSource().getConnection()) {
            lock(holder, "step_id = 'b'", "");
            Future<T> result = executor.submit(work::run);
            awaitSomebodyWaiting();
            lock(other, "step_id = 'a'", "NOWAIT");
            other.rollback();
            holder.rollback();
            return result.get();
        }
    }

    private static void lock(Connection connection, String which, String how) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM step_cache WHERE " + which + " FOR UPDATE " + how)) {
            assertThat(rows.next()).isTrue();
        }
    }

    private void awaitSomebodyWaiting() throws SQLException {
        long end = System.nanoTime() + SOON.toNanos();
        while (waiting() == 0) {
            assertThat(System.nanoTime() - end).as("somebody waits for a lock").isNegative();
        }
    }

    private long waiting() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SOMEBODY_WAITS)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
