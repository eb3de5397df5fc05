package dev.runengine.store.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
