package dev.runengine.store.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database for one test, on the one PostgreSQL server that all tests of this JVM share; it lives until the JVM ends,
 * and is as durable as in production.
 *
 * <p>Tests that need a schema migrate one database and give each test a {@link #copy()} of it, which is faster.
 */
public record TestDatabase(String name, String jdbcUrl, String user, String password) {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String OTHERS_CONNECTED = """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """;

    public static TestDatabase empty() {
        return copyOf("template0");
    }

    /** A new database with all this one holds. Nobody may be connected to this one meanwhile. */
    public TestDatabase copy() {
        return copyOf(name);
    }

    /** Opens a new connection at each call, without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    public List<String> texts(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    public long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    /** Waits until all others have disconnected: a connection reports to the statistics what it did before it ends. */
    public void awaitStatistics() throws SQLException {
        long end = System.nanoTime() + SOON.toNanos();
        while (number(OTHERS_CONNECTED) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("somebody is still connected to " + name);
            }
        }
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = named("postgres").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
        } catch (SQLException e) {
            throw new IllegalStateException("no test database could be made", e);
        }
        return named(name);
    }

    private static TestDatabase named(String name) {
        var server = TestServer.instance();
        return new TestDatabase(name, server.jdbcUrl(name), server.user(), server.password());
    }
}
