package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an {@link ArtifactStore} keeps files by their content. */
public abstract class ArtifactStoreContract {
    private static final byte[] BYTES = "picture".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private ArtifactStore store;

    /** @param folder empty, for whatever the store needs */
    protected abstract ArtifactStore open(Path folder) throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open(Files.createDirectory(folder.resolve("store")));
    }

    @Test
    void aStoredFileIsFoundByItsContent() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES));

        assertThat(stored.hash()).isEqualTo(ContentHash.of(BYTES));
        assertThat(stored.sizeBytes()).isEqualTo(BYTES.length);
        assertThat(store.find("acme", stored.hash()).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void aStoredFileOutlivesTheOneItWasMadeFrom() throws IOException {
        var file = file("a.png", BYTES);
        var stored = store.put("acme", file);
        Files.delete(file);

        assertThat(store.find("acme", stored.hash()).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void storingEqualContentAgainChangesNothing() throws IOException {
        var first = store.put("acme", file("a.png", BYTES));

        assertThat(store.put("acme", file("b.png", BYTES))).isEqualTo(first);
        assertThat(store.find("acme", first.hash()).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void aFileIsThereOnlyWithItsSize() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES));

        assertThat(store.holds("acme", stored.hash(), BYTES.length)).isTrue();
        assertThat(store.holds("acme", stored.hash(), BYTES.length + 1)).isFalse();
        assertThat(store.holds("acme", ContentHash.of(new byte[] {1}), 1)).isFalse();
    }

    @Test
    void anotherTenantsFileIsAsIfItDidNotExist() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES));

        assertThat(store.find("other", stored.hash())).isEmpty();
        assertThat(store.holds("other", stored.hash(), BYTES.length)).isFalse();
    }

    @Test
    void aFileIsIntactAsLongAsItHasItsContent() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES));
        assertThat(store.intact("acme", stored.hash(), BYTES.length)).isTrue();
        assertThat(store.intact("acme", stored.hash(), BYTES.length + 1)).isFalse();
        assertThat(store.intact("other", stored.hash(), BYTES.length)).isFalse();
        assertThat(store.intact("acme", ContentHash.of(new byte[] {1}), 1)).isFalse();

        damage(store.find("acme", stored.hash()).orElseThrow());
        assertThat(store.holds("acme", stored.hash(), BYTES.length)).isTrue();
        assertThat(store.intact("acme", stored.hash(), BYTES.length)).isFalse();
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        var stored = store.put("acme", file("empty", new byte[0]));

        assertThat(store.holds("acme", stored.hash(), 0)).isTrue();
    }

    @Test
    void aFileThatIsNotThereIsAnErrorAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store.put("acme", folder.resolve("nowhere"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatDoesNotHoldItsContentAnyMoreIsNotFoundAndIsMadeGoodByStoringItAgain() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES));
        damage(store.find("acme", stored.hash()).orElseThrow());

        assertThat(store.find("acme", stored.hash())).isEmpty();
        assertThat(store.holds("acme", stored.hash(), BYTES.length)).isFalse();
        store.put("acme", file("b.png", BYTES));
        assertThat(store.find("acme", stored.hash()).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void storingMakesGoodWhatNobodyHasSeenToBeDamaged() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES));
        damage(store.find("acme", stored.hash()).orElseThrow());

        store.put("acme", file("b.png", BYTES));
        assertThat(store.find("acme", stored.hash()).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void whatNobodyHasStoredSinceIsShownWithItsTenant() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES)).hash();
        store.put("other", file("b.png", BYTES));
        var shown = new ArrayList<String>();

        store.visitUntouched(Instant.now().minusSeconds(60), (tenant, _) -> shown.add(tenant));
        assertThat(shown).isEmpty();
        store.visitUntouched(Instant.now().plusSeconds(60), (tenant, hashes) -> {
            assertThat(hashes).containsExactly(stored);
            shown.add(tenant);
        });
        assertThat(shown).containsExactlyInAnyOrder("acme", "other");
    }

    @Test
    void whatNobodyHasStoredSinceIsDeletedOnlyIfNothingSpeaksAgainstIt() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES)).hash();
        var later = Instant.now().plusSeconds(60);

        assertThat(store.deleteUntouched("acme", stored, Instant.now().minusSeconds(60), () -> true))
                .isEmpty();
        assertThat(store.deleteUntouched("acme", stored, later, () -> false)).isEmpty();
        assertThat(store.find("acme", stored)).isPresent();
        assertThat(store.deleteUntouched("acme", stored, later, () -> true)).hasValue(BYTES.length);
        assertThat(store.find("acme", stored)).isEmpty();
        assertThat(store.deleteUntouched("acme", stored, later, () -> true)).isEmpty();
    }

    @Test
    void storingAgainCountsAsStoringNow() throws IOException {
        var stored = store.put("acme", file("a.png", BYTES)).hash();
        var found = store.find("acme", stored).orElseThrow();
        Files.setLastModifiedTime(found, FileTime.from(Instant.EPOCH));
        store.put("acme", file("b.png", BYTES));

        assertThat(store.deleteUntouched("acme", stored, Instant.now().minusSeconds(60), () -> true))
                .isEmpty();
    }

    @Test
    void nobodyStoresWhatIsBeingDeleted() throws Exception {
        var again = file("b.png", BYTES);
        var stored = store.put("acme", file("a.png", BYTES)).hash();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var storing = new AtomicReference<Future<?>>();
            store.deleteUntouched("acme", stored, Instant.now().plusSeconds(60), () -> {
                storing.set(threads.submit(() -> store.put("acme", again)));
                assertThatThrownBy(() -> storing.get().get(300, TimeUnit.MILLISECONDS))
                        .as("storing meanwhile")
                        .isInstanceOf(TimeoutException.class);
                return true;
            });
            storing.get().get();
        }
        assertThat(store.find("acme", stored).orElseThrow()).hasBinaryContent(BYTES);
    }

    /** Without a trace in its size. */
    private static void damage(Path stored) throws IOException {
        var bytes = Files.readAllBytes(stored);
        bytes[0]++;
        Files.delete(stored);
        Files.write(stored, bytes);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
