package dev.runengine.server.artifact;

import dev.runengine.client.wire.ArtifactView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an artifact is, and its bytes. */
@RestController
@RequestMapping(ArtifactViews.PATH + "/{artifactId}")
final class ArtifactController {
    private final RunQueries queries;
    private final ArtifactStore files;
    private final ContentResponse content;

    ArtifactController(RunQueries queries, ArtifactStore files, ContentResponse content) {
        this.queries = queries;
        this.files = files;
        this.content = content;
    }

    @GetMapping
    ArtifactView artifact(Tenant tenant, @PathVariable UUID artifactId) {
        return ArtifactViews.of(find(tenant, artifactId));
    }

    @GetMapping("/content")
    void content(Tenant tenant, @PathVariable UUID artifactId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var artifact = find(tenant, artifactId).artifact();
        var file = files.find(tenant.id(), artifact.hash())
                .orElseThrow(() -> ApiProblem.of(
                        ErrorCode.ARTIFACT_NOT_FOUND,
                        "the file of artifact " + artifactId + " is gone; run its step again to make it anew"));
        content.send(artifact, file, request, response);
    }

    private ArtifactRecord find(Tenant tenant, UUID artifactId) {
        return queries.artifact(tenant.id(), artifactId)
                .orElseThrow(() -> ApiProblem.of(ErrorCode.ARTIFACT_NOT_FOUND, "there is no artifact " + artifactId));
    }
}
