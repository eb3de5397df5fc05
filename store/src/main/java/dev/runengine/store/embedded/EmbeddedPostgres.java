package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;
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
    static final String USER = "run_engine";
    private static final String DATABASE = "run_engine";
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
            if (exists && !Files.exists(layout.password())) {
                throw new DatabaseUnavailableException("%s is missing, and %s cannot be opened without it: put it back"
                        .formatted(layout.password(), layout.data()));
            }
            String password = Password.readOrCreate(layout.password());
            Programs programs = programs(layout, Binaries.unpackedIn(programsFolder));
            if (!exists) {
                DataFolder.create(layout, programs);
            }
            Server server = new Server(layout, programs);
            Postmaster postmaster = server.running();
            EmbeddedPostgres postgres = new EmbeddedPostgres(server, postmaster.port(), password);
            postgres.createDatabase(postmaster);
            return postgres;
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "the embedded PostgreSQL in %s cannot be used: %s. Check the folder's permissions and the disk's free space, or %s"
                            .formatted(folder, e, DatabaseUnavailableException.USE_YOUR_OWN),
                    e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The address of another database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The server's superuser, who owns the database. */
    public String user() {
        return USER;
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

    private static Programs programs(Layout layout, Binaries binaries) throws IOException {
        Account account = Account.choose(
                Account.caller(),
                Account.ownerOf(layout.data()),
                prefix -> Programs.works(prefix, binaries, layout.programOutput()));
        return new Programs(binaries, account, layout.programOutput());
    }

    /** Also shows that this is our server: it knows the password and serves our data folder. */
    private void createDatabase(Postmaster postmaster) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "PostgreSQL (process %d) runs on %s but refuses us: %s. If the password file was changed put it back; else stop that process (kill -INT %1$d) and start again"
                            .formatted(postmaster.pid(), server.layout().data(), e.getMessage()),
                    e);
        }
    }

    private boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT current_setting('data_directory'),
                       EXISTS (SELECT FROM pg_database WHERE datname = '%s')
                """.formatted(DATABASE))) {
            row.next();
            if (!row.getString(1).equals(server.layout().data().toString())) {
                throw new SQLException("it serves " + row.getString(1));
            }
            return row.getBoolean(2);
        }
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(USER);
        source.setPassword(password);
        source.setConnectTimeout(10);
        return source.getConnection();
    }
}
