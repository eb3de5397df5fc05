package dev.runengine.server.wiring;

import dev.runengine.server.settings.Database;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.embedded.EmbeddedPostgres;
import dev.runengine.store.files.FolderArtifactStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Stores on PostgreSQL: the server named in the settings, or the embedded one in the data folder; files in a folder. */
public final class PostgresStores {
    private static final int CONNECTIONS = 10;

    private PostgresStores() {}

    public static Stores open(ServerOptions options) throws IOException {
        var artifacts = FolderArtifactStore.in(options.artifactsFolder(), InstantSource.system());
        Optional<EmbeddedPostgres> embedded = options.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedPostgres.start(options.home().resolve("postgres")));
        try {
            var store = PostgresStore.open(address(options.database(), embedded), CONNECTIONS);
            var ports = store.ports(artifacts, "pid " + ProcessHandle.current().pid(), options.lease(), InstantSource.system());
            return new Stores(ports, () -> {
                store.close();
                embedded.ifPresent(EmbeddedPostgres::close);
            });
        } catch (RuntimeException e) {
            embedded.ifPresent(EmbeddedPostgres::close);
            throw e;
        }
    }

    private static Address address(Optional<Database> named, Optional<EmbeddedPostgres> embedded) {
        return named.map(database -> new Address(database.url(), database.user(), database.password()))
                .or(() -> embedded.map(server -> new Address(server.jdbcUrl(), server.user(), server.password())))
                .orElseThrow();
    }
}
