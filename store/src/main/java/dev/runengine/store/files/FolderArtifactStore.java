package dev.runengine.store.files;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artifacts as files {@code <root>/<tenant>/<first two digits>/<sha256>}, read-only, equal content stored once per
 * tenant. When {@link #put} returns, the content and its name are on the disk; a file of that name is therefore always
 * whole, unless somebody or the disk damages it later. A damaged file is deleted by who comes to read it, and replaced by
 * who stores its content again. Thread-safe, also between processes that share the folder.
 *
 * <p>A tenant is 1 to 64 letters, digits, hyphens and underscores; any other is refused with an
 * {@link IllegalArgumentException}.
 */
public final class FolderArtifactStore implements ArtifactStore {
    /** Neither a dot nor a separator: a tenant can name no folder but its own. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final Logger LOG = LoggerFactory.getLogger(FolderArtifactStore.class);

    private final Path root;
    private final Incoming incoming;
    private final DigestLocks locks;
    private final Soundness soundness = new Soundness();
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    private FolderArtifactStore(Path root, Incoming incoming, DigestLocks locks) {
        this.root = root;
        this.incoming = incoming;
        this.locks = locks;
    }

    /** Opens, or creates, the store in a folder, and removes what a crash left half copied there. */
    public static FolderArtifactStore in(Path folder, InstantSource clock) throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        return new FolderArtifactStore(root, Incoming.in(root, clock), DigestLocks.in(root));
    }

    /**
     * Stores a copy of a file, as if nobody had stored it before: the copy takes the place of what is there, which may be
     * damaged, or about to be deleted since nobody needed it any more.
     *
     * @throws IOException when the file cannot be read or the disk is full; nothing of it is kept then
     */
    @Override
    public StoredFile put(String tenant, Path file) throws IOException {
        Path tenantFolder = folderOf(tenant);
        try (Incoming.Copy copy = incoming.copyOf(file)) {
            Path target = fileOf(tenantFolder, copy.hash());
            Files.setPosixFilePermissions(copy.path(), PosixFilePermissions.fromString("r--r--r--"));
            Disk.sync(copy.path());
            makeDurable(target.resolveSibling(""));
            try (var _ = locks.hold(copy.hash())) {
                Disk.rename(copy.path(), target);
            }
            return new StoredFile(copy.hash(), copy.size());
        } catch (IOException e) {
            long free = Files.getFileStore(root).getUsableSpace();
            throw new IOException(
                    "%s could not be stored in %s (%d MB free): %s".formatted(file, root, free >> 20, e), e);
        }
    }

    /** The stored file, to be read only. One whose content is not what was stored is deleted, and not found. */
    @Override
    public Optional<Path> find(String tenant, ContentHash hash) throws IOException {
        Path file = fileOf(folderOf(tenant), hash);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (soundness.isSound(file, hash)) {
                return Optional.of(file);
            }
        } catch (NoSuchFileException e) {
            return Optional.empty(); // deleted since
        }
        deleteDamaged(file, hash);
        return Optional.empty();
    }

    /** Somebody may have put a sound one there meanwhile, which stays; whoever asks again finds it. */
    private void deleteDamaged(Path file, ContentHash hash) throws IOException {
        try (var _ = locks.hold(hash)) {
            if (Files.isRegularFile(file) && !Soundness.digest(file).equals(hash)) {
                LOG.warn("[RunEngine] {} does not hold what was stored; it is deleted, and made again if needed", file);
                Files.delete(file);
            }
        }
    }

    /** Whether the content is there in full length. */
    @Override
    public boolean holds(String tenant, ContentHash hash, long size) throws IOException {
        return holds(fileOf(folderOf(tenant), hash), size);
    }

    @Override
    public boolean intact(String tenant, ContentHash hash, long size) throws IOException {
        var file = fileOf(folderOf(tenant), hash);
        return holds(file, size) && Soundness.digest(file).equals(hash);
    }

    /** Copies that were not completed before then are removed on the way. */
    @Override
    public void visitUntouched(Instant since, Visitor visitor) throws IOException {
        incoming.sweep(since);
        for (Path tenantFolder : entries(root)) {
            String tenant = tenantFolder.getFileName().toString();
            if (TENANT.matcher(tenant).matches()) {
                for (Path folder : entries(tenantFolder)) {
                    var hashes = untouched(folder, since);
                    if (!hashes.isEmpty()) {
                        visitor.visit(tenant, hashes);
                    }
                }
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of(); // not one of ours
        }
    }

    private static List<ContentHash> untouched(Path folder, Instant since) throws IOException {
        var hashes = new ArrayList<ContentHash>();
        for (Path file : entries(folder)) {
            if (HASH.matcher(file.getFileName().toString()).matches() && isUntouched(file, since)) {
                hashes.add(new ContentHash(file.getFileName().toString()));
            }
        }
        return hashes;
    }

    private static boolean isUntouched(Path file, Instant since) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Who still reads it can read on. */
    @Override
    public OptionalLong deleteUntouched(String tenant, ContentHash hash, Instant since, BooleanSupplier condition)
            throws IOException {
        Path file = fileOf(folderOf(tenant), hash);
        try (var _ = locks.hold(hash)) {
            if (!isUntouched(file, since) || !condition.getAsBoolean()) {
                return OptionalLong.empty();
            }
            long size = Files.size(file);
            Files.delete(file);
            return OptionalLong.of(size);
        }
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
