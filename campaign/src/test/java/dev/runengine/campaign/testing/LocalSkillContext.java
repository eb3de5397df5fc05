package dev.runengine.campaign.testing;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.core.skill.Unattended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A skill's world in one folder: artifacts are the files it published and those a test put there. */
public final class LocalSkillContext implements SkillContext {
    /** One call of {@link #publish}. */
    public record Published(ArtifactAddress address, Path file, String mediaType, String filename) {}

    private final Supervisor alone = new Unattended(InstantSource.system());
    private final Path workspace;
    private final Map<ArtifactAddress, Path> artifacts;
    private final List<Published> published = new CopyOnWriteArrayList<>();

    /** @param root an existing folder; the workspace becomes a new folder in it */
    public LocalSkillContext(Path root) {
        this(root, new ConcurrentHashMap<>());
    }

    private LocalSkillContext(Path root, Map<ArtifactAddress, Path> artifacts) {
        this.artifacts = artifacts;
        try {
            this.workspace = Files.createTempDirectory(root, "workspace");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The world of another step of the same run: a workspace of its own, the same artifacts. */
    public LocalSkillContext next() {
        return new LocalSkillContext(workspace.resolveSibling(""), artifacts);
    }

    /** Makes a file known as an artifact, as an upload or an earlier step would. */
    public ArtifactAddress put(Path file) {
        var address = new ArtifactAddress(hash(file));
        artifacts.put(address, file);
        return address;
    }

    /** The file behind an address in a skill's output. */
    public Path published(String uri) {
        var file = ArtifactAddress.parse(uri).map(artifacts::get).orElse(null);
        if (file == null) {
            throw new AssertionError("nothing was published as " + uri);
        }
        return file;
    }

    /** In the order of the calls. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    @Override
    public Path workspace() {
        return workspace;
    }

    @Override
    public Path fetch(ArtifactAddress address) throws IOException {
        var file = artifacts.get(address);
        if (file == null) {
            throw new ArtifactMissingException(address);
        }
        return file;
    }

    @Override
    public ArtifactAddress publish(Path file, String mediaType, String filename) {
        if (!file.toAbsolutePath().startsWith(workspace.toAbsolutePath())) {
            throw new AssertionError(file + " is outside the workspace");
        }
        var address = put(file);
        published.add(new Published(address, file, mediaType, filename));
        return address;
    }

    @Override
    public UUID executionKey() {
        return new UUID(0, 1);
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public JobLedger jobs() {
        return alone.jobs();
    }

    @Override
    public void heartbeat(double progress) {
        alone.heartbeat(progress);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        alone.pause(time);
    }

    private static ContentHash hash(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = ContentHash.sha256();
            in.transferTo(new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
            return ContentHash.ofDigest(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
