package dev.runengine.store.wake;

import dev.runengine.store.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's listening connection. While it stands it holds the worker's session lock: when the process dies, the server
 * drops the connection, and with it the lock, and every other worker can see that this one is gone.
 */
public final class Ear implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final int WAIT_MS = 1_000;
    private static final Duration RECONNECT = Duration.ofMillis(500);

    private final Database database;
    private final Bell bell;
    private final long lockKey;
    private final Thread thread;
    private volatile Connection connection;
    private volatile boolean closing;
    /** When the connection was last found broken, by {@link System#nanoTime}. */
    private volatile OptionalLong brokeAt = OptionalLong.empty();

    private Ear(Database database, Bell bell, long lockKey) throws SQLException {
        this.database = database;
        this.bell = bell;
        this.lockKey = lockKey;
        this.connection = connect();
        this.thread = Thread.ofVirtual().name("run-engine-ear").unstarted(this::listen);
    }

    /** Returns once the lock is held. */
    public static Ear open(Database database, Bell bell, long lockKey) throws SQLException {
        var ear = new Ear(database, bell, lockKey);
        ear.thread.start();
        return ear;
    }

    /**
     * Whether the connection has broken within that time. Then its owner should take nobody else for dead: a database that
     * restarts ends all sessions and lets all leases run out, and who comes back first would find all others gone.
     */
    public boolean hasBrokenWithin(Duration time) {
        var broke = brokeAt;
        return broke.isPresent() && System.nanoTime() - broke.getAsLong() < time.toNanos();
    }

    private Connection connect() throws SQLException {
        var fresh = database.dedicatedConnection();
        try (var statement = fresh.createStatement()) {
            statement.execute("LISTEN " + Bell.CHANNEL);
            statement.execute("SELECT pg_advisory_lock(" + lockKey + ")");
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private void listen() {
        while (!closing) {
            try {
                for (var notification : connection.unwrap(PGConnection.class).getNotifications(WAIT_MS)) {
                    bell.heard(notification.getParameter());
                }
            } catch (SQLException e) {
                reconnect(e);
            }
        }
    }

    private void reconnect(SQLException lost) {
        if (closing) {
            return;
        }
        brokeAt = OptionalLong.of(System.nanoTime());
        LOG.warn("[RunEngine] The listening connection broke and is made again: {}", lost.getMessage());
        LockSupport.parkNanos(RECONNECT.toNanos());
        try {
            connection.close();
            connection = connect();
            bell.heard(Bell.WORK); // whatever was said meanwhile was not heard
        } catch (SQLException e) {
            LOG.debug("Not yet: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            connection.close();
            thread.join();
        } catch (SQLException e) {
            LOG.debug("The listening connection was gone already: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
