package dev.runengine.client.wire;

import java.util.List;
import java.util.UUID;

/** The artifacts of finished steps; for updates the reused ones too. */
public record RunArtifacts(UUID runId, List<ArtifactView> artifacts) {
    public RunArtifacts {
        artifacts = artifacts == null ? List.of() : List.copyOf(artifacts);
    }
}
