package dev.runengine.store.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether files hold what their names say. Reading a whole file to find out is done once an hour at most, as long as the
 * file looks the same.
 */
final class Soundness {
    private static final int REMEMBERED = 100_000;
    private static final Duration VALID = Duration.ofHours(1);

    private final Cache<Path, Look> found = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(VALID)
            .build();

    /** A file as it looks without being read. @param identity which of the files that had this name */
    record Look(long size, FileTime modified, @Nullable Object identity) {
        static Look at(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    boolean isSound(Path file, ContentHash hash) throws IOException {
        var look = Look.at(file);
        if (look.equals(found.getIfPresent(file))) {
            return true;
        }
        boolean sound = digest(file).equals(hash);
        if (sound) {
            found.put(file, look);
        }
        return sound;
    }

    /** Reads it, whatever was found before. */
    static ContentHash digest(Path file) throws IOException {
        var digest = ContentHash.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.ofDigest(digest.digest());
    }
}
