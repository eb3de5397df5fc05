package dev.runengine.core.skill;

import dev.runengine.core.hash.ArtifactAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** What one execution may use of the world around it. Valid until the skill returns; safe for threads the skill starts. */
public interface SkillContext extends Supervisor {
    /** A folder of this execution's own, empty at the start, removed at its end. */
    Path workspace();

    /**
     * A local, read-only copy of an artifact of the same tenant.
     *
     * @throws ArtifactMissingException when the tenant has no such artifact
     */
    Path fetch(ArtifactAddress address) throws IOException;

    /**
     * Adds a file to the result, in the order of the calls. The file is stored durably once the skill has succeeded; it
     * must not change after this call.
     *
     * @param file inside the workspace
     * @param mediaType such as {@code image/png}
     * @param filename the name a person would save it under
     * @return the address to put into the result's data
     */
    ArtifactAddress publish(Path file, String mediaType, String filename) throws IOException;

    /** The same for every try of the same work; what a provider is given as idempotency key. */
    UUID executionKey();

    /** When the time limit of this execution ends. */
    Instant deadline();

    /** No such artifact: the address in the input was wrong, or the file is gone. */
    final class ArtifactMissingException extends IOException {
        private static final long serialVersionUID = 1;

        private final transient ArtifactAddress address;

        public ArtifactMissingException(ArtifactAddress address) {
            super("there is no artifact " + address + "; upload it first, or use an address from a step's output");
            this.address = address;
        }

        public ArtifactAddress address() {
            return address;
        }
    }
}
