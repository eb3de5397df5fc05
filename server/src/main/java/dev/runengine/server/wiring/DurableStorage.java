package dev.runengine.server.wiring;

import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.ScheduleStore;
import dev.runengine.server.settings.Database;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.cache.CaffeineHotTier;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.embedded.EmbeddedPostgres;
import dev.runengine.store.files.FolderArtifactStore;
import dev.runengine.store.home.HomeFolder;
import dev.runengine.store.redis.RedisHotTier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A data folder, a database (its own or a given one) and a folder of artifacts. */
final class DurableStorage implements Storage {
    private static final int CONNECTIONS = 8;

    private final HomeFolder.Owned home;
    private final Deque<AutoCloseable> opened;
    private final PostgresStore store;
    private final Ports ports;

    private DurableStorage(HomeFolder.Owned home, Deque<AutoCloseable> opened, PostgresStore store, Ports ports) {
        this.home = home;
        this.opened = opened;
        this.store = store;
        this.ports = ports;
    }

    static DurableStorage open(ServerOptions options) throws IOException {
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            var home = own(options.home());
            opened.push(home);
            var store = PostgresStore.open(database(options, home.path(), opened), CONNECTIONS);
            opened.push(store);
            var clock = InstantSource.system();
            var artifacts = FolderArtifactStore.in(options.artifactsFolder(), clock);
            var hot = hotTier(options);
            opened.push(hot);
            var ports = store.ports(artifacts, address(options), options.lease(), clock);
            return new DurableStorage(home, opened, store, ports.withHot(hot));
        } catch (IOException | RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public ScheduleStore schedules() {
        return store.schedules();
    }

    @Override
    public RetentionStore retention() {
        return store.retention();
    }

    @Override
    public Waking wakeFor(Function<UUID, Optional<Instant>> fire, Runnable cleanUp) {
        return store.wakeFor(fire, cleanUp)::close;
    }

    @Override
    public void serving(int port) {
        try {
            home.announce(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeAll(opened);
    }

    private static HomeFolder.Owned own(Path folder) throws IOException {
        return switch (HomeFolder.acquire(folder)) {
            case HomeFolder.Owned owned -> owned;
            case HomeFolder.Held held -> {
                var process = held.pid().isPresent() ? " " + held.pid().getAsLong() : "";
                throw new IllegalArgumentException("the data folder " + folder + " is in use by process" + process
                        + ": stop that, or name another folder with RUN_ENGINE_HOME");
            }
        };
    }

    private static HotTier hotTier(ServerOptions options) {
        return options.redis().<HotTier>map(RedisHotTier::at).orElseGet(CaffeineHotTier::ofUsualSize);
    }

    private static Address database(ServerOptions options, Path home, Deque<AutoCloseable> opened) {
        if (options.database().isPresent()) {
            return address(options.database().get());
        }
        var embedded = EmbeddedPostgres.start(home.resolve("postgres"));
        opened.push(embedded);
        return new Address(embedded.jdbcUrl(), embedded.user(), embedded.password());
    }

    private static Address address(Database database) {
        return new Address(database.url(), database.user(), database.password());
    }

    private static String address(ServerOptions options) throws IOException {
        return InetAddress.getLocalHost().getHostName() + ":" + options.port();
    }

    /** The last opened first; what fails does not keep the others open. */
    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.getLogger(DurableStorage.class.getName())
                        .log(System.Logger.Level.WARNING, "[RunEngine] Closing the storage failed", e);
            }
        }
    }
}
