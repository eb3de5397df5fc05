package dev.runengine.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderArtifactStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path temporary;

    private Path root = Path.of("");

    @BeforeEach
    void nameTheRoot() {
        root = temporary.resolve("artifacts");
    }

    @Test
    void contentIsFoundByItsHashUnderItsTenant() throws IOException {
        FolderArtifactStore store = store();

        StoredFile stored = store.put("acme", file("loop"));

        assertThat(stored).isEqualTo(new StoredFile(hash("loop"), 4));
        Path found = store.find("acme", stored.hash()).orElseThrow();
        assertThat(found).hasContent("loop");
        assertThat(root.toRealPath().relativize(found))
                .isEqualTo(Path.of(
                        "acme",
                        stored.hash().hex().substring(0, 2),
                        stored.hash().hex()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found)))
                .isEqualTo("r--r--r--");
        assertThat(store.holds("acme", stored.hash(), 4)).isTrue();
    }

    @Test
    void aTenantSeesOnlyItsOwnContent() throws IOException {
        FolderArtifactStore store = store();
        StoredFile stored = store.put("acme", file("loop"));

        assertThat(store.find("other", stored.hash())).isEmpty();
        assertThat(store.holds("other", stored.hash(), 4)).isFalse();
        assertThat(store.deleteUntouched("other", stored.hash(), Instant.MAX, () -> true))
                .isEmpty();
        assertThat(store.find("acme", stored.hash())).isPresent();
    }

    @Test
    void equalContentIsStoredOnce() throws IOException {
        FolderArtifactStore store = store();
        StoredFile first = store.put("acme", file("loop"));

        StoredFile second = store.put("acme", file("loop"));

        assertThat(second).isEqualTo(first);
        assertThat(filesBelow(root)).hasSize(1);
    }

    @Test
    void aDamagedFileIsNotHeldAndIsReplacedByTheNextPut() throws IOException {
        FolderArtifactStore store = store();
        StoredFile stored = store.put("acme", file("loop"));
        Path damaged = store.find("acme", stored.hash()).orElseThrow();
        Files.delete(damaged);
        Files.writeString(damaged, "lo");
        assertThat(store.holds("acme", stored.hash(), 4)).isFalse();

        store.put("acme", file("loop"));

        assertThat(damaged).hasContent("loop");
    }

    @Test
    void anEmptyFileIsContentToo() throws IOException {
        StoredFile stored = store().put("acme", file(""));
        assertThat(stored).isEqualTo(new StoredFile(hash(""), 0));
        assertThat(store().holds("acme", stored.hash(), 0)).isTrue();
    }

    @Test
    void aPutThatFailsNamesTheFileAndLeavesNothing() throws IOException {
        FolderArtifactStore store = store();
        Path unreadable = Files.createDirectory(temporary.resolve("a-folder"));

        assertThatThrownBy(() -> store.put("acme", unreadable))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a-folder")
                .hasMessageContaining("MB free");
        assertThat(filesBelow(root)).isEmpty();
    }

    @Test
    void copiesThatACrashLeftAreSweptWhenTheyAreOlderThanAnHour() throws IOException {
        store();
        Path abandoned = Files.writeString(root.resolve(".incoming/abandoned"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(NOW.minusSeconds(3601)));
        Path inProgress = Files.writeString(root.resolve(".incoming/in-progress"), "half");
        Files.setLastModifiedTime(inProgress, FileTime.from(NOW.minusSeconds(3599)));

        store();

        assertThat(filesBelow(root)).containsExactly(inProgress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../other", "a/b", "/etc", ".incoming", "a\0b", "tenant name", "é"})
    void aTenantThatCouldNameAnotherFolderIsRefused(String tenant) throws IOException {
        FolderArtifactStore store = store();
        Path file = file("loop");
        ContentHash hash = hash("loop");

        assertThatIllegalArgumentException().isThrownBy(() -> store.put(tenant, file));
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(tenant, hash));
        assertThatIllegalArgumentException().isThrownBy(() -> store.holds(tenant, hash, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> store.deleteUntouched(tenant, hash, NOW, () -> true));
    }

    @Test
    void manyWritersOfTheSameContentAllSucceed() throws Exception {
        FolderArtifactStore store = store();
        Path file = file("loop".repeat(50_000));
        Callable<StoredFile> put = () -> store.put("acme", file);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoredFile>> stored =
                    threads.invokeAll(Stream.generate(() -> put).limit(16).toList());
            for (Future<StoredFile> one : stored) {
                assertThat(one.get()).isEqualTo(new StoredFile(hash("loop".repeat(50_000)), 200_000));
            }
        }
        assertThat(filesBelow(root)).hasSize(1);
    }

    @Test
    void nobodyStoresWhatAnotherProcessIsDeletingUntilThatHasEnded() throws Exception {
        FolderArtifactStore store = store();
        Path file = file("loop");
        Process deleting = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        root.toRealPath().toString(),
                        hash("loop").hex())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var said = deleting.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            Future<StoredFile> storing = threads.submit(() -> store.put("acme", file));
            assertThatThrownBy(() -> storing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            deleting.destroyForcibly();
            assertThat(storing.get(20, TimeUnit.SECONDS).hash()).isEqualTo(hash("loop"));
        } finally {
            deleting.destroyForcibly().waitFor();
        }
    }

    private FolderArtifactStore store() throws IOException {
        return FolderArtifactStore.in(root, InstantSource.fixed(NOW));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(temporary.resolve("source"), content);
    }

    private static ContentHash hash(String content) {
        return ContentHash.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.resolveSibling("").endsWith(".locks"))
                    .toList();
        }
    }
}
