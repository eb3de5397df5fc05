package dev.runengine.runtime.memory;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Files by content in a folder that nobody expects to survive. */
public final class InMemoryArtifactStore implements ArtifactStore {
    private final Path folder;

    public InMemoryArtifactStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized StoredFile put(String tenant, Path file) throws IOException {
        var hash = digest(file);
        var stored = path(tenant, hash);
        Files.createDirectories(stored.getParent());
        Files.copy(file, stored, StandardCopyOption.REPLACE_EXISTING);
        return new StoredFile(hash, Files.size(stored));
    }

    @Override
    public Optional<Path> find(String tenant, ContentHash hash) throws IOException {
        var stored = path(tenant, hash);
        if (Files.isRegularFile(stored) && !digest(stored).equals(hash)) {
            Files.delete(stored);
        }
        return Optional.of(stored).filter(Files::isRegularFile);
    }

    @Override
    public void visitUntouched(Instant since, Visitor visitor) throws IOException {
        for (var tenant : entries(folder)) {
            var untouched = new ArrayList<ContentHash>();
            for (var file : entries(tenant)) {
                if (isUntouched(file, since)) {
                    untouched.add(new ContentHash(file.getFileName().toString()));
                }
            }
            if (!untouched.isEmpty()) {
                visitor.visit(tenant.getFileName().toString(), untouched);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var names = Files.list(folder)) {
            return names.toList();
        }
    }

    private static boolean isUntouched(Path file, Instant since) throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).toInstant().isBefore(since);
    }

    @Override
    public synchronized OptionalLong deleteUntouched(
            String tenant, ContentHash hash, Instant since, BooleanSupplier condition) throws IOException {
        var stored = path(tenant, hash);
        if (!isUntouched(stored, since) || !condition.getAsBoolean()) {
            return OptionalLong.empty();
        }
        long size = Files.size(stored);
        Files.delete(stored);
        return OptionalLong.of(size);
    }

    @Override
    public boolean holds(String tenant, ContentHash hash, long sizeBytes) throws IOException {
        var stored = path(tenant, hash);
        return Files.isRegularFile(stored) && Files.size(stored) == sizeBytes;
    }

    @Override
    public boolean intact(String tenant, ContentHash hash, long sizeBytes) throws IOException {
        return holds(tenant, hash, sizeBytes) && digest(path(tenant, hash)).equals(hash);
    }

    private static ContentHash digest(Path file) throws IOException {
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
