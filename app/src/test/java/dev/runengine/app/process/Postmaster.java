package dev.runengine.app.process;

import dev.runengine.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that a test stops and starts as its operator would. */
final class Postmaster implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();

    private final Path folder;
    private EmbeddedPostgres server;

    /** How it is told to end, by the signals that PostgreSQL documents. */
    enum Shutdown {
        /** Sessions are ended and everything is written. */
        FAST("INT"),
        /** As in a crash: the next start recovers from the log. */
        IMMEDIATE("QUIT");

        private final String signal;

        Shutdown(String signal) {
            this.signal = signal;
        }
    }

    private Postmaster(Path folder) {
        this.folder = folder;
        this.server = EmbeddedPostgres.start(folder, PROGRAMS);
    }

    static Postmaster start(Path folder) {
        return new Postmaster(folder);
    }

    /** For a server process. */
    Map<String, String> settings() {
        return Map.of(
                "RUN_ENGINE_DATABASE_URL", server.jdbcUrl(),
                "RUN_ENGINE_DATABASE_USER", server.user(),
                "RUN_ENGINE_DATABASE_PASSWORD", server.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /** Ends every session but the own. @return how many */
    int endSessions() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                        """)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Returns when it is down. */
    void stop(Shutdown shutdown) throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                .getFirst()
                .strip());
        var process = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-" + shutdown.signal, Long.toString(pid))
                .start()
                .waitFor();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("PostgreSQL does not stop", e);
        }
    }

    /** Again, with all it had, where it was. */
    void startAgain() {
        server = EmbeddedPostgres.start(folder, PROGRAMS);
    }

    @Override
    public void close() {
        server.close();
    }
}
