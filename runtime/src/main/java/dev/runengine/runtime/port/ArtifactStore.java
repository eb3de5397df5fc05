package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Files by their content, each tenant's apart. Safe for use by many threads. */
public interface ArtifactStore {
    /** Stores a file durably: once this returns, a crash does not lose it. Storing equal content again changes nothing. */
    StoredFile put(String tenant, Path file) throws IOException;

    /** A local file to read, never to write. */
    Optional<Path> find(String tenant, ContentHash hash) throws IOException;

    /** Whether the file is there with that size; its bytes are not read. */
    boolean holds(String tenant, ContentHash hash, long sizeBytes) throws IOException;

    /** Whether the file is there with that size and that content: all of it is read now, whatever is known of it. */
    boolean intact(String tenant, ContentHash hash, long sizeBytes) throws IOException;

    record StoredFile(ContentHash hash, long sizeBytes) {}
}
