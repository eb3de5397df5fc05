package dev.runengine.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** The program's own user and database in a server, and the first connection to it. */
final class OwnDatabase {
    static final String USER = "run_engine";
    static final String NAME = "run_engine";
    private static final String IDENTITY = """
            SELECT current_setting('data_directory') AS folder,
                   EXISTS (SELECT FROM pg_database WHERE datname = '%s') AS present
            """.formatted(NAME);

    private OwnDatabase() {}

    /**
     * Creates the database if it is missing.
     *
     * @throws DatabaseUnavailableException when the server does not take our password or does not serve our data folder
     */
    static void createIn(Postmaster server, String password, Path data) {
        try (Connection connection = connect(server, password);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, data)) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    """
                    the PostgreSQL on %s (process %d) refuses us: %s. If the file "password" beside that folder was \
                    changed, put the old one back; or %s\
                    """.formatted(data, server.pid(), e.getMessage(), DatabaseUnavailableException.USE_YOUR_OWN), e);
        }
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static boolean exists(Statement statement, Path data) throws SQLException {
        try (ResultSet row = statement.executeQuery(IDENTITY)) {
            row.next();
            if (!row.getString("folder").equals(data.toString())) {
                throw new SQLException("it serves " + row.getString("folder"));
            }
            return row.getBoolean("present");
        }
    }

    private static Connection connect(Postmaster server, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(server.port(), "postgres")); // the database that every server has
        source.setUser(USER);
        source.setPassword(password);
        source.setConnectTimeout(10);
        return source.getConnection();
    }
}
