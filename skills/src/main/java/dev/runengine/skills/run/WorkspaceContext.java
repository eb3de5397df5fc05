package dev.runengine.skills.run;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.SkillContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What one running skill sees of the world. Threads that outlive their skill find it closed. */
final class WorkspaceContext implements SkillContext {
    private final Workspace workspace;
    private final ExecutionRequest request;
    private final FetchedArtifacts fetched;
    private final Publication publication;
    private volatile boolean ended;

    WorkspaceContext(Workspace workspace, ExecutionRequest request, long maxFileBytes) {
        this.workspace = workspace;
        this.request = request;
        this.fetched = new FetchedArtifacts(request.artifacts(), workspace.inputs());
        this.publication = new Publication(workspace.work(), maxFileBytes);
    }

    @Override
    public Path workspace() {
        return workspace.work();
    }

    @Override
    public Path fetch(ArtifactAddress address) throws IOException {
        requireRunning();
        return fetched.fetch(address);
    }

    @Override
    public ArtifactAddress publish(Path file, String mediaType, String filename) throws IOException {
        requireRunning();
        return publication.add(file, mediaType, filename);
    }

    @Override
    public UUID executionKey() {
        return request.executionKey();
    }

    @Override
    public Instant deadline() {
        return request.deadline();
    }

    @Override
    public JobLedger jobs() {
        requireRunning();
        return request.supervisor().jobs();
    }

    @Override
    public void heartbeat(double progress) {
        requireRunning();
        request.supervisor().heartbeat(progress);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        requireRunning();
        request.supervisor().pause(time);
    }

    /** Nothing can be added any more. */
    void end() {
        ended = true;
        publication.end();
    }

    Set<ArtifactAddress> fetchedAddresses() {
        return fetched.addresses();
    }

    /** @throws Publication.ChangedFileException when a file is not what was published any more */
    List<PublishedFile> published() throws IOException {
        return publication.unchangedFiles();
    }

    private void requireRunning() {
        if (ended) {
            throw new IllegalStateException("the skill has returned; its context is not valid any more");
        }
    }
}
