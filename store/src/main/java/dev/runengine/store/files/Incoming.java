package dev.runengine.store.files;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;

/** Copies on their way into the store, in its own file system, so that a rename completes them. */
record Incoming(Path folder) {
    /** Longer than any copy takes: another process may be writing here. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    static Incoming in(Path root, InstantSource clock) throws IOException {
        Incoming incoming = new Incoming(Files.createDirectories(root.resolve(".incoming")));
        incoming.sweep(clock.instant().minus(ABANDONED));
        return incoming;
    }

    /** A private copy of a file; the hash and the size are of the bytes copied, whatever happens to the original. */
    Copy copyOf(Path file) throws IOException {
        Path copy = folder.resolve(UUID.randomUUID().toString());
        MessageDigest digest = ContentHash.sha256();
        try {
            long size;
            try (OutputStream out =
                    new DigestOutputStream(Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW), digest)) {
                size = Files.copy(file, out);
            }
            return new Copy(copy, ContentHash.ofDigest(digest.digest()), size);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** Removes copies that nobody has gone on with since. */
    void sweep(Instant before) throws IOException {
        try (Stream<Path> copies = Files.list(folder)) {
            for (Path copy : copies.toList()) {
                if (lastModified(copy).isBefore(before)) {
                    Disk.deleteTree(copy);
                }
            }
        }
    }

    /** Of one that was completed since, never. */
    private static Instant lastModified(Path copy) throws IOException {
        try {
            return Files.getLastModifiedTime(copy).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }

    /** Deleted when closed, unless it was moved away. */
    record Copy(Path path, ContentHash hash, long size) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
