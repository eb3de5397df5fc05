package dev.runengine.server.artifact;

import dev.runengine.client.wire.ArtifactView;
import dev.runengine.runtime.port.ArtifactRecord;
import java.util.Map;

/** Artifacts as the API shows them. */
public final class ArtifactViews {
    static final String PATH = "/api/v1/artifacts";

    private ArtifactViews() {}

    public static ArtifactView of(ArtifactRecord shown) {
        var artifact = shown.artifact();
        return new ArtifactView(
                artifact.id(),
                shown.stepId(),
                artifact.mediaType(),
                PATH + "/" + artifact.id() + "/content",
                artifact.hash().hex(),
                artifact.sizeBytes(),
                artifact.filename(),
                Map.of(),
                shown.createdAt());
    }
}
