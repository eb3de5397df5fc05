package dev.runengine.store.embedded;

/** The embedded database cannot be used. The message says why and what a person can do about it. */
public final class DatabaseUnavailableException extends RuntimeException {
    static final String USE_YOUR_OWN = "set RUN_ENGINE_DATABASE_URL to use a PostgreSQL of your own";

    DatabaseUnavailableException(String message) {
        super(message);
    }

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
