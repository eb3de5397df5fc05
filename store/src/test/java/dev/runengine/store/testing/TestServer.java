package dev.runengine.store.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.runengine.store.disk.Disk;
import dev.runengine.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one server of this JVM, started at first use and stopped, with its data deleted, at the JVM's end. */
final class TestServer {
    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SERVERS = TARGET.resolve("test-servers");
    private static final Path REMOVED = TARGET.resolve("test-servers-removed");
    private static final Path PROGRAMS = TARGET.resolve("postgres");

    private TestServer() {}

    static EmbeddedPostgres instance() {
        return Holder.SERVER;
    }

    private static final class Holder {
        private static final EmbeddedPostgres SERVER = start();
    }

    /** One JVM at a time: the first unpacks the programs for all, and each sweeps up after those that are dead. */
    private static EmbeddedPostgres start() {
        try (FileChannel turn = FileChannel.open(lockFile(), CREATE, WRITE);
                FileLock _ = turn.lock()) {
            removeServersOfKilledTests();
            Path folder = SERVERS.resolve(Long.toString(ProcessHandle.current().pid()));
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, PROGRAMS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockFile() throws IOException {
        return Files.createDirectories(TARGET).resolve("test-servers.lock");
    }

    /** A JVM that was killed stopped nothing; its folder bears its process number. */
    private static void removeServersOfKilledTests() throws IOException {
        Files.createDirectories(SERVERS);
        List<Path> folders;
        try (Stream<Path> list = Files.list(SERVERS)) {
            folders = list.toList();
        }
        for (Path folder : folders) {
            long owner = Long.parseLong(folder.getFileName().toString());
            boolean dead = ProcessHandle.of(owner).isEmpty();
            boolean recycled = owner == ProcessHandle.current().pid();
            if (dead || recycled) {
                if (Files.exists(folder.resolve("data/postmaster.pid"))) {
                    EmbeddedPostgres.start(folder, PROGRAMS).close();
                }
                Disk.deleteTree(folder);
            }
        }
    }

    /** Of the thousands of files that the tests' databases leave, nobody waits for the deletion. */
    private static void remove(EmbeddedPostgres server, Path folder) {
        forgoDurability(server);
        server.close();
        try {
            Files.createDirectories(REMOVED);
            Path removed = Files.move(folder, REMOVED.resolve(folder.getFileName()));
            new ProcessBuilder("rm", "-rf", removed.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that stops syncs every file of every test's database, which takes half a minute; these are deleted next. */
    private static void forgoDurability(EmbeddedPostgres server) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = off");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            LOG.debug("The server stops the slow way", e);
        }
    }
}
