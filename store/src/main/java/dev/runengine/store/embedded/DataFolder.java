package dev.runengine.store.embedded;

import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds the databases: recognised, refused or created, never repaired. */
final class DataFolder {
    private static final String FRESH = "data.new-";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private DataFolder() {}

    /**
     * Whether there is a data folder to start from.
     *
     * @throws DatabaseUnavailableException when there is something else in its place, which is left as it is
     */
    static boolean exists(Path data) throws IOException {
        Path versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            refuseUnlessEmpty(data);
            return false;
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(Binaries.MAJOR)) {
            throw new DatabaseUnavailableException(
                    """
                    %s was written by PostgreSQL %s and this program brings PostgreSQL %s, which cannot read it. \
                    Nothing was changed. Dump it with a PostgreSQL %2$s (pg_dumpall) and load it into a new home \
                    folder, go back to the release that wrote it, or %s\
                    """.formatted(data, version, Binaries.MAJOR, DatabaseUnavailableException.USE_YOUR_OWN));
        }
        return true;
    }

    /**
     * Creates the data folder under another name first, so that it is whole or absent whatever happens meanwhile.
     *
     * <p>The built-in locale sorts alike on every system and in every release of the C library; indexes therefore stay
     * valid when the system below is upgraded.
     */
    static void create(Layout layout, Programs programs) throws IOException {
        LOG.info("creating the embedded database in {}", layout.data());
        removeLeftovers(layout.folder());
        Path fresh = Files.createTempDirectory(layout.folder(), FRESH);
        try {
            programs.account().takeOver(fresh);
            Programs.Result result = programs.run(
                    LIMIT,
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + OwnDatabase.USER,
                    "--pwfile=" + layout.password(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
            if (!result.succeeded()) {
                throw new DatabaseUnavailableException(
                        Advice.forFailure(layout, "initdb could not create the database", result.output()));
            }
            Settings.include(fresh);
            Disk.sync(fresh.resolve("postgresql.conf"));
            Disk.rename(fresh, layout.data());
        } finally {
            Disk.deleteTree(fresh);
        }
    }

    private static void refuseUnlessEmpty(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> entries = Files.list(data)) {
            if (entries.findAny().isPresent()) {
                throw new DatabaseUnavailableException("""
                        %s holds files but no PostgreSQL database (PG_VERSION is missing). Nothing was changed. Move \
                        it away, or name another home folder\
                        """.formatted(data));
            }
        } catch (NotDirectoryException file) {
            throw new DatabaseUnavailableException("%s is a file: move it away".formatted(data), file);
        }
    }

    private static void removeLeftovers(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path leftover : entries.filter(
                            path -> path.getFileName().toString().startsWith(FRESH))
                    .toList()) {
                Disk.deleteTree(leftover);
            }
        }
    }
}
