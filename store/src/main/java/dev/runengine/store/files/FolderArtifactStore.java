package dev.runengine.store.files;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Artifacts as files {@code <root>/<tenant>/<first two digits>/<sha256>}, read-only, equal content stored once per
 * tenant. When {@link #put} returns, the content and its name are on the disk; a file of that name is therefore always
 * whole. Thread-safe, also between processes that share the folder.
 *
 * <p>A tenant is 1 to 64 letters, digits, hyphens and underscores; any other is refused with an
 * {@link IllegalArgumentException}.
 */
public final class FolderArtifactStore implements ArtifactStore {
    /** Neither a dot nor a separator: a tenant can name no folder but its own. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Path root;
    private final Incoming incoming;
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    private FolderArtifactStore(Path root, Incoming incoming) {
        this.root = root;
        this.incoming = incoming;
    }

    /** Opens, or creates, the store in a folder, and removes what a crash left half copied there. */
    public static FolderArtifactStore in(Path folder, InstantSource clock) throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        return new FolderArtifactStore(root, Incoming.in(root, clock));
    }

    /**
     * Stores a copy of a file. Storing equal content again changes nothing.
     *
     * @throws IOException when the file cannot be read or the disk is full; nothing of it is kept then
     */
    @Override
    public StoredFile put(String tenant, Path file) throws IOException {
        Path tenantFolder = folderOf(tenant);
        try (Incoming.Copy copy = incoming.copyOf(file)) {
            Path target = fileOf(tenantFolder, copy.hash());
            makeDurable(target.resolveSibling(""));
            if (!holds(target, copy.size())) {
                Files.setPosixFilePermissions(copy.path(), PosixFilePermissions.fromString("r--r--r--"));
                Disk.sync(copy.path());
                Disk.rename(copy.path(), target);
            } else {
                Disk.sync(target.resolveSibling("")); // another thread's rename may not be on the disk yet
            }
            return new StoredFile(copy.hash(), copy.size());
        } catch (IOException e) {
            long free = Files.getFileStore(root).getUsableSpace();
            throw new IOException(
                    "%s could not be stored in %s (%d MB free): %s".formatted(file, root, free >> 20, e), e);
        }
    }

    /** The stored file, to be read only. */
    @Override
    public Optional<Path> find(String tenant, ContentHash hash) {
        return Optional.of(fileOf(folderOf(tenant), hash)).filter(Files::isRegularFile);
    }

    /** Whether the content is there in full length. */
    @Override
    public boolean holds(String tenant, ContentHash hash, long size) throws IOException {
        return holds(fileOf(folderOf(tenant), hash), size);
    }

    @Override
    public boolean intact(String tenant, ContentHash hash, long size) throws IOException {
        var file = fileOf(folderOf(tenant), hash);
        if (!holds(file, size)) {
            return false;
        }
        var digest = ContentHash.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.ofDigest(digest.digest()).equals(hash);
    }

    /** Deletes the content, and tells whether there was any. Who still reads it can read on. */
    public boolean delete(String tenant, ContentHash hash) throws IOException {
        return Files.deleteIfExists(fileOf(folderOf(tenant), hash));
    }

    private Path folderOf(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException(
                    "a tenant is 1 to 64 letters, digits, hyphens and underscores, not \"" + tenant + "\"");
        }
        return root.resolve(tenant);
    }

    private static Path fileOf(Path tenantFolder, ContentHash hash) {
        return tenantFolder.resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
    }

    private static boolean holds(Path file, long size) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == size;
    }

    /** Creates a folder whose own name, and its parents', survive a crash: each is an entry that its parent must sync. */
    private void makeDurable(Path folder) throws IOException {
        if (durableFolders.contains(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path parent = folder.resolveSibling(""); parent.startsWith(root); parent = parent.resolveSibling("")) {
            Disk.sync(parent);
        }
        durableFolders.add(folder);
    }
}
