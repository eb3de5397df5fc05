package dev.runengine.store.database;

import dev.runengine.runtime.port.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is out of reach from one that says no. */
public final class Outages {
    /** SQLSTATE classes: 08 connection exception, 40 rolled back (by a deadlock, say), 57P server shutting down, 53 out of resources, 58 system error. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "58");

    private Outages() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            if (isOutage(e)) {
                throw new StoreUnavailableException(
                        "the database does not answer; it is tried again: " + rootMessage(e), e);
            }
            throw e;
        }
    }

    /** Whether repeating later can help, because the statement itself was not the reason. */
    public static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutageState(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof SQLTransientConnectionException || cause instanceof CannotGetJdbcConnectionException) {
                return true;
            }
            // A broken connection cannot be rolled back either, and that failure hides the one before it.
            if (cause instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && isOutage(rollback.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || state.startsWith("57P"));
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
