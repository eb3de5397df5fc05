package dev.runengine.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;

/** What no durable engine gets below: the time of one small commit on this disk, under the load of this moment. */
final class CommitFloor {
    private static final int WARM_UP = 20;
    private static final int COMMITS = 200;
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, body jsonb NOT NULL)
            """;
    private static final String INSERT = "INSERT INTO bench_floor (body) VALUES ('{\"step\": \"one\"}')";

    private final Connection connection;

    CommitFloor(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** In milliseconds. */
    double p50() throws SQLException {
        var latencies = new Latencies();
        try (var insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < WARM_UP + COMMITS; i++) {
                long start = System.nanoTime();
                insert.executeUpdate();
                if (i >= WARM_UP) {
                    latencies.add(System.nanoTime() - start);
                }
            }
        }
        return latencies.p50();
    }
}
