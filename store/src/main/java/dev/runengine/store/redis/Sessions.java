package dev.runengine.store.redis;

import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The session that all threads share, opened when it is asked for and there is none. */
final class Sessions {
    private final RedisAddress address;
    private final ClientResources resources;
    private @Nullable CompletableFuture<Session> current;
    private boolean closed;

    Sessions(RedisAddress address, ClientResources resources) {
        this.address = address;
        this.resources = resources;
    }

    /** Perhaps still being opened, which may fail. */
    synchronized CompletableFuture<Session> current() {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("closed"));
        }
        if (current == null || current.isCompletedExceptionally()) {
            current = Session.open(address, resources);
        }
        return current;
    }

    /**
     * That one is not used any more. One that is still being opened is left to it.
     *
     * @return whether it was in use
     */
    synchronized boolean drop(CompletableFuture<Session> used) {
        if (used != current || !used.isDone()) {
            return false;
        }
        current = null;
        used.thenAccept(Session::close);
        return true;
    }

    /** What is asked for from here on fails. @return completes once nothing is connected any more */
    synchronized CompletableFuture<?> close() {
        closed = true;
        return current == null ? CompletableFuture.completedFuture(null) : current.thenCompose(Session::close);
    }
}
