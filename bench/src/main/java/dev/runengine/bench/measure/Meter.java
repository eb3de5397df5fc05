package dev.runengine.bench.measure;

import dev.runengine.store.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Reads all gauges before and after a stretch of work. For one thread. */
public final class Meter implements AutoCloseable {
    private final Connection connection;
    private final Wal wal;
    private final CommitFloor floor;
    private final Processors processors;
    private final Heap heap = new Heap();

    private Meter(Connection connection) throws SQLException {
        this.connection = connection;
        this.wal = new Wal(connection);
        this.floor = new CommitFloor(connection);
        this.processors = new Processors(serverPid(connection));
    }

    /** With a connection of its own, as the server's superuser. */
    public static Meter of(EmbeddedPostgres postgres) throws SQLException {
        return new Meter(DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password()));
    }

    /** Something to measure. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /**
     * What a stretch of work cost, over all processes.
     *
     * @param commits that wrote something
     * @param walBytes without full-page images
     */
    public record Cost(
            double seconds,
            long commits,
            long walBytes,
            long pageImageBytes,
            double cpuMs,
            double heapPeakMb,
            double heapLiveMb) {}

    public Cost during(Work work) throws Exception {
        heap.forgetPeak();
        var position = wal.position();
        double cpu = processors.usedMs();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMs = processors.usedMs() - cpu;
        var written = wal.since(position);
        double peak = heap.peakMb();
        return new Cost(
                seconds, written.commits(), written.bytes(), written.pageImageBytes(), cpuMs, peak, heap.liveMb());
    }

    /** p50 of a one-row commit, in milliseconds. */
    public double commitFloor() throws SQLException {
        return floor.p50();
    }

    /** Of the whole database, in bytes. */
    public long databaseSize() throws SQLException {
        return number("SELECT pg_database_size(current_database())");
    }

    /** Of all clients to the server. */
    public long connections() throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'");
    }

    /** Rows that were replaced and whose space is not free yet. */
    public long deadRows() throws SQLException {
        return number("SELECT coalesce(sum(n_dead_tup), 0) FROM pg_stat_user_tables");
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A backend's parent is the server's first process. */
    private static long serverPid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElseThrow(() -> new IllegalStateException("the database server is not on this machine"));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
