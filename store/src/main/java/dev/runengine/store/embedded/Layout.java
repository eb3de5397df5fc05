package dev.runengine.store.embedded;

import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of one embedded server lie. */
record Layout(Path folder) {
    static Layout in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, Disk.ownerOnlyFolder());
        }
        return new Layout(folder.toRealPath());
    }

    Path data() {
        return folder.resolve("data");
    }

    Path password() {
        return folder.resolve("password");
    }

    Path port() {
        return folder.resolve("port");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Path programOutput() {
        return folder.resolve("program.out");
    }
}
