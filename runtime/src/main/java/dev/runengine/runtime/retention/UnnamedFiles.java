package dev.runengine.runtime.retention;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.RetentionStore;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the files among those it is shown that nothing names. Counts on one thread. */
final class UnnamedFiles implements ArtifactStore.Visitor {
    private static final Logger LOG = LoggerFactory.getLogger(UnnamedFiles.class);

    private final RetentionStore store;
    private final ArtifactStore files;
    private final Instant old;
    private long deleted;
    private long bytes;

    /** @param old what was stored after that is left alone: it may be about to be recorded */
    UnnamedFiles(RetentionStore store, ArtifactStore files, Instant old) {
        this.store = store;
        this.files = files;
        this.old = old;
    }

    Cleaned deleted() {
        return new Cleaned(0, 0, 0, 0, deleted, bytes);
    }

    /** Most files are named: those are known after one question for all. */
    @Override
    public void visit(String tenant, List<ContentHash> hashes) {
        if (CleanUp.isToldToStop()) {
            return;
        }
        for (var hash : store.unnamed(tenant, hashes)) {
            delete(tenant, hash).ifPresent(size -> {
                deleted++;
                bytes += size;
            });
        }
    }

    /** One that cannot be deleted does not keep the others. */
    private OptionalLong delete(String tenant, ContentHash hash) {
        try {
            return files.deleteUntouched(tenant, hash, old, () -> store.forgetFile(tenant, hash));
        } catch (ClosedByInterruptException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            LOG.warn("[RunEngine] A file that nothing needs cannot be deleted: {}", e.toString());
            return OptionalLong.empty();
        }
    }
}
