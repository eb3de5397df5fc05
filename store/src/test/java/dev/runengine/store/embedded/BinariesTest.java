package dev.runengine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @TempDir
    private Path parent;

    @Test
    void theyAreUnpackedOnceAndRunnable() throws IOException {
        Path half = Files.createDirectories(parent.resolve("postgres-" + Binaries.VERSION + ".new-1"));

        Binaries binaries = Binaries.unpackedIn(parent);
        FileTime unpacked = Files.getLastModifiedTime(binaries.folder());
        Binaries again = Binaries.unpackedIn(parent);

        assertThat(half).doesNotExist();
        assertThat(again).isEqualTo(binaries);
        assertThat(Files.getLastModifiedTime(again.folder())).isEqualTo(unpacked);
        assertThat(children()).containsExactly(parent.resolve("postgres-" + Binaries.VERSION));
        Programs.Result version = new Programs(
                        binaries, new Account(List.of(), OptionalInt.empty()), parent.resolve("output"))
                .run(Duration.ofSeconds(30), "postgres", "--version");
        assertThat(version.output()).startsWith("postgres (PostgreSQL) " + Binaries.MAJOR + ".");
        assertThat(Binaries.VERSION).startsWith(version.output().replaceAll("[^0-9.]", ""));
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> list = Files.list(parent)) {
            return list.toList();
        }
    }
}
