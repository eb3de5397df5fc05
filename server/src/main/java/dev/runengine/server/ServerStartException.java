package dev.runengine.server;

/** A server could not start; the message says what to do. */
public final class ServerStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
