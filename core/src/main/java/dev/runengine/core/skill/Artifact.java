package dev.runengine.core.skill;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import java.util.UUID;

/**
 * A stored file of a step.
 *
 * @param mediaType such as {@code image/png}
 * @param filename the name a person would save it under
 */
public record Artifact(UUID id, ContentHash hash, long sizeBytes, String mediaType, String filename) {
    public ArtifactAddress address() {
        return new ArtifactAddress(hash);
    }
}
