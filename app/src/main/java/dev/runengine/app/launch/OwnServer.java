package dev.runengine.app.launch;

import dev.runengine.server.RunEngineServer;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server in this process, closed once: when it is no longer wanted, or by a signal, whichever comes first. */
final class OwnServer implements AutoCloseable {
    private final RunEngineServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = Thread.ofPlatform().unstarted(this::closeOnce);

    private OwnServer(RunEngineServer server) {
        this.server = server;
    }

    static OwnServer of(RunEngineServer server) {
        var own = new OwnServer(server);
        Runtime.getRuntime().addShutdownHook(own.hook);
        return own;
    }

    @Override
    public void close() {
        closeOnce();
    }

    private void closeOnce() {
        if (closed.compareAndSet(false, true)) {
            server.close();
        }
    }
}
