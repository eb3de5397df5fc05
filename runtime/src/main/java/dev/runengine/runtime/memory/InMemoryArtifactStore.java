package dev.runengine.runtime.memory;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.Optional;

/** Files by content in a folder that nobody expects to survive. */
public final class InMemoryArtifactStore implements ArtifactStore {
    private final Path folder;

    public InMemoryArtifactStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public StoredFile put(String tenant, Path file) throws IOException {
        var hash = content(file);
        var stored = path(tenant, hash);
        Files.createDirectories(stored.getParent());
        Files.copy(file, stored, StandardCopyOption.REPLACE_EXISTING);
        return new StoredFile(hash, Files.size(stored));
    }

    @Override
    public Optional<Path> find(String tenant, ContentHash hash) {
        return Optional.of(path(tenant, hash)).filter(Files::isRegularFile);
    }

    @Override
    public boolean holds(String tenant, ContentHash hash, long sizeBytes) throws IOException {
        var stored = path(tenant, hash);
        return Files.isRegularFile(stored) && Files.size(stored) == sizeBytes;
    }

    @Override
    public boolean intact(String tenant, ContentHash hash, long sizeBytes) throws IOException {
        return holds(tenant, hash, sizeBytes) && content(path(tenant, hash)).equals(hash);
    }

    private static ContentHash content(Path file) throws IOException {
        var digest = ContentHash.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.ofDigest(digest.digest());
    }

    private Path path(String tenant, ContentHash hash) {
        return folder.resolve(tenant).resolve(hash.hex());
    }
}
