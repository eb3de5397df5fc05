package dev.runengine.runtime.port;

/** The store cannot be reached now. Nothing is known to be wrong with the request; it may be repeated. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
