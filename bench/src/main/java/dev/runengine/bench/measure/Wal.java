package dev.runengine.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;

/** The database's write-ahead log, read by its own means, so that every commit counts and full-page images stand apart. */
final class Wal {
    private static final String INSTALL = "CREATE EXTENSION IF NOT EXISTS pg_walinspect";
    private static final String NOW = "SELECT pg_current_wal_flush_lsn()::text";
    private static final String BETWEEN = """
            SELECT coalesce(sum(count) FILTER (WHERE "resource_manager/record_type" = 'Transaction/COMMIT'), 0)::bigint,
                   coalesce(sum(record_size), 0)::bigint, coalesce(sum(fpi_size), 0)::bigint
              FROM pg_get_wal_stats(?::pg_lsn, ?::pg_lsn, true)
            """;

    private final Connection connection;

    Wal(Connection superuser) throws SQLException {
        this.connection = superuser;
        try (var statement = superuser.createStatement()) {
            statement.execute(INSTALL);
        }
    }

    /** @param commits of transactions that wrote something @param bytes without the images of whole pages */
    record Written(long commits, long bytes, long pageImageBytes) {}

    String position() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(NOW)) {
            row.next();
            return row.getString(1);
        }
    }

    Written since(String position) throws SQLException {
        try (var statement = connection.prepareStatement(BETWEEN)) {
            statement.setString(1, position);
            statement.setString(2, position());
            try (var row = statement.executeQuery()) {
                row.next();
                return new Written(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }
}
