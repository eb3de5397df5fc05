package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL server of this program's own, for when no database is configured.
 *
 * <p>All it keeps lies in one folder: {@code data}, {@code password} (readable by the owner only), {@code port},
 * {@code postgres.log}. It listens on 127.0.0.1 only and asks for the password. A commit that returned is on the disk.
 *
 * <p>The server is a process of its own. When this process is killed the server lives on, and the next start on the
 * same folder adopts it. A folder has one user at a time: the caller holds a lock that says so (the home folder's).
 *
 * <p>Thread-safe once started.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Server server;
    private final int port;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(Server server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts, or adopts, the server of a folder, creating what is missing, the server's programs included.
     *
     * @throws DatabaseUnavailableException when there is no server in the end; what was there before is unharmed
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder);
    }

    /** As {@link #start(Path)}, with the server's programs unpacked to a folder that several servers may share. */
    public static EmbeddedPostgres start(Path folder, Path programsFolder) {
        Platform.current().requireSupported();
        try {
            Layout layout = Layout.in(folder);
            boolean exists = DataFolder.exists(layout.data());
            String password = exists ? Password.read(layout) : Password.readOrCreate(layout);
            Programs programs = programs(layout, Binaries.unpackedIn(programsFolder));
            if (!exists) {
                DataFolder.create(layout, programs);
            }
            return start(new Server(layout, programs), password);
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    """
                    the embedded PostgreSQL in %s cannot be used: %s. Check the permissions of the folder and the free \
                    space of its disk, or %s\
                    """.formatted(folder, e, DatabaseUnavailableException.USE_YOUR_OWN), e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(OwnDatabase.NAME);
    }

    /** The address of another database of this server. */
    public String jdbcUrl(String database) {
        return OwnDatabase.jdbcUrl(port, database);
    }

    /** The server's superuser, who owns the database. */
    public String user() {
        return OwnDatabase.USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Stops the server, adopted or not, and returns when it is down. Sessions still open are ended. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.stop();
            } catch (IOException | DatabaseUnavailableException e) {
                // Nobody can act on it now, and nothing is lost: the next start adopts the server.
                LOG.warn("the embedded PostgreSQL was left running", e);
            }
        }
    }

    private static EmbeddedPostgres start(Server server, String password) throws IOException {
        Optional<Postmaster> orphan = server.orphan();
        Postmaster postmaster = orphan.isPresent() ? orphan.get() : server.launch();
        try {
            OwnDatabase.createIn(postmaster, password, server.layout().data());
        } catch (DatabaseUnavailableException e) {
            if (orphan.isEmpty()) {
                server.stop();
            }
            throw e;
        }
        return new EmbeddedPostgres(server, postmaster.port(), password);
    }

    private static Programs programs(Layout layout, Binaries binaries) throws IOException {
        Account account = Account.choose(
                Account.caller(),
                Account.ownerOf(layout.data()),
                prefix -> Programs.works(prefix, binaries, layout.programOutput()));
        return new Programs(binaries, account, layout.programOutput());
    }
}
