package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The server's settings, written anew at each start so that a newer release's choices reach an older data folder. What
 * {@code ALTER SYSTEM} sets is read later by PostgreSQL and wins.
 */
final class Settings {
    private static final String FILE = "run-engine.conf";
    private static final String TEXT = """
            # Written at each start; use ALTER SYSTEM to change a setting for good.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 100

            # A run that was acknowledged is never lost, not even to a power failure.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = replica

            # One small machine shared with the program itself and its skills.
            shared_buffers = 128MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            max_wal_size = 1GB
            checkpoint_timeout = 15min
            # Statements are short, and containers give parallel workers too little shared memory.
            max_parallel_workers_per_gather = 0
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = off
            log_checkpoints = off
            log_line_prefix = '%%m [%%p] '
            """;

    private Settings() {}

    /** Makes a new data folder read these settings after its own. */
    static void include(Path data) throws IOException {
        Files.writeString(
                data.resolve("postgresql.conf"),
                "\ninclude_if_exists = '%s'\n".formatted(FILE),
                StandardOpenOption.APPEND);
    }

    static void write(Path data, int port) throws IOException {
        Files.writeString(data.resolve(FILE), TEXT.formatted(port));
    }
}
