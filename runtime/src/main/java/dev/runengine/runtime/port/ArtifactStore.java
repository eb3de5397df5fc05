package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Files by their content, each tenant's apart. Safe for use by many threads. */
public interface ArtifactStore {
    /**
     * Stores a file durably: once this returns, a crash does not lose it. Storing equal content again counts as storing it
     * now, and makes good what was damaged.
     */
    StoredFile put(String tenant, Path file) throws IOException;

    /** A local file to read, never to write. What does not hold the content that was stored is not found. */
    Optional<Path> find(String tenant, ContentHash hash) throws IOException;

    /** Whether the file is there with that size; its bytes are not read. */
    boolean holds(String tenant, ContentHash hash, long sizeBytes) throws IOException;

    /** Whether the file is there with that size and that content: all of it is read now, whatever is known of it. */
    boolean intact(String tenant, ContentHash hash, long sizeBytes) throws IOException;

    /** Shows all that nobody has stored since. What comes and goes meanwhile may be left out. */
    void visitUntouched(Instant since, Visitor visitor) throws IOException;

    /**
     * Deletes content that nobody has stored since, if the condition is true. While that is found out, and until the content
     * is gone, nobody can store it.
     *
     * @return the size of what was deleted; empty when nothing was
     */
    OptionalLong deleteUntouched(String tenant, ContentHash hash, Instant since, BooleanSupplier condition)
            throws IOException;

    record StoredFile(ContentHash hash, long sizeBytes) {}

    /** Is shown what there is of a tenant, some at a time. */
    @FunctionalInterface
    interface Visitor {
        void visit(String tenant, List<ContentHash> hashes) throws IOException;
    }
}
