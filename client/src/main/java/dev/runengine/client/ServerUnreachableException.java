package dev.runengine.client;

import java.net.URI;

/** No answer came. Whether the server did what was asked is unknown. */
public final class ServerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServerUnreachableException(URI server, Throwable cause) {
        super("no answer from " + server + ": is the server running?", cause);
    }
}
