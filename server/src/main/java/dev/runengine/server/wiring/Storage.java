package dev.runengine.server.wiring;

import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.server.settings.ServerOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where a server keeps everything, opened. */
public interface Storage extends AutoCloseable {
    Ports ports();

    ScheduleStore schedules();

    RetentionStore retention();

    /**
     * Starts to wake this process for schedules that are due, one process for each time, and for cleaning up, one process at
     * a time.
     *
     * @param fire does what a schedule is due for, and tells when it is due next
     */
    Waking wakeFor(Function<UUID, Optional<Instant>> fire, Runnable cleanUp);

    /** That this process is woken, until it is closed. */
    interface Waking extends AutoCloseable {
        @Override
        void close();
    }

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
