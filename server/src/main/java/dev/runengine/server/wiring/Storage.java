package dev.runengine.server.wiring;

import dev.runengine.runtime.node.Ports;
import dev.runengine.server.settings.ServerOptions;
import java.io.IOException;

/** Where a server keeps everything, opened. */
public interface Storage extends AutoCloseable {
    Ports ports();

    /** Tells whoever looks at the storage that this process serves. */
    void serving(int port);

    @Override
    void close();

    /** Opens the storage of a server that starts. */
    @FunctionalInterface
    interface Opening {
        Storage open(ServerOptions options) throws IOException;
    }

    /**
     * PostgreSQL, and files for artifacts. The data folder belongs to this process until the storage is closed.
     *
     * @throws IllegalArgumentException when another process has the data folder
     */
    static Storage durable(ServerOptions options) throws IOException {
        return DurableStorage.open(options);
    }
}
