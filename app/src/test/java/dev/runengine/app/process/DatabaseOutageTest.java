package dev.runengine.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.app.process.Postmaster.Shutdown;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under a stream of requests, and comes back. The server is never restarted. */
class DatabaseOutageTest {
    private static final int CLIENTS = 4;
    private static final int MORE = 20;
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final long LOOK_NS = 10_000_000;

    private static final String OPEN = "SELECT count(*) FROM runs WHERE status IN ('queued', 'running')";
    private static final String RUNS = "SELECT count(*) FROM runs";
    private static final String BROKEN = "SELECT count(*) FROM run_state WHERE breaks > 0";
    private static final String WRONG = """
            SELECT count(*) FROM (
                SELECT FROM run_steps s LEFT JOIN (run_events e
                       CROSS JOIN jsonb_array_elements(e.transitions::jsonb) AS word)
                    ON e.run_id = s.run_id AND word ->> 'step' = s.step_id AND word ->> 'status' = 'completed'
                 GROUP BY s.run_id, s.step_id HAVING count(e.run_id) <> 1) AS wrong
            """;

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatCrashesIsA503AndLosesNoRunThatWasAcknowledged() throws Exception {
        outage(List.of(Shutdown.IMMEDIATE));
    }

    @Test
    @Tag("long")
    void noMoreDoOutagesOfEveryKindOneAfterTheOther() throws Exception {
        outage(List.of(Shutdown.FAST, Shutdown.IMMEDIATE, Shutdown.FAST, Shutdown.IMMEDIATE));
    }

    @Test
    @Tag("long")
    void aServerThatIsToldToStopMeanwhileEndsWithoutIt() throws Exception {
        try (var postgres = Postmaster.start(folder.resolve("postgres"));
                var server = ServerProcess.start(folder.resolve("home"), postgres.settings(), BriefPack.class)) {
            var stream = new TriggerStream(server.address(), CLIENTS);
            awaitMore(stream);
            postgres.stop(Shutdown.IMMEDIATE);
            assertThat(server.stop()).isZero();
            stream.end();
            postgres.startAgain();
        }
    }

    private void outage(List<Shutdown> shutdowns) throws Exception {
        try (var postgres = Postmaster.start(folder.resolve("postgres"));
                var server = ServerProcess.start(folder.resolve("home"), postgres.settings(), BriefPack.class)) {
            var stream = new TriggerStream(server.address(), CLIENTS);
            try (stream) {
                awaitMore(stream);
                assertThat(postgres.endSessions()).as("sessions ended").isPositive();
                awaitMore(stream);
                for (var shutdown : shutdowns) {
                    int before = stream.refused();
                    postgres.stop(shutdown);
                    await(() -> stream.refused() > before);
                    postgres.startAgain();
                    awaitMore(stream);
                }
            }
            assertThat(stream.surprises()).as("neither 202 nor 503").isEmpty();
            var runs = stream.acknowledged();
            assertThat(runs).as("each request under its key").doesNotHaveDuplicates();
            assertThat(count(postgres, RUNS) - runs.size())
                    .as("runs that no client knows, of its last request at most")
                    .isBetween(0L, (long) CLIENTS);
            await(() -> count(postgres, OPEN) == 0);
            for (var run : runs) {
                var summary = server.client().run(run).stepsSummary();
                assertThat(summary.completed()).isEqualTo(BriefPack.STEPS);
                assertThat(summary.total()).isEqualTo(BriefPack.STEPS);
            }
            assertThat(count(postgres, WRONG))
                    .as("steps that were not recorded once")
                    .isZero();
            assertThat(count(postgres, BROKEN)).as("runs whose driver broke").isZero();
            assertThat(server.stop()).isZero();
        }
    }

    private static long count(Postmaster postgres, String query) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitMore(TriggerStream stream) {
        int before = stream.acknowledged().size();
        await(() -> stream.acknowledged().size() >= before + MORE);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(LOOK_NS);
        }
    }
}
