package dev.runengine.cli.output;

import dev.runengine.client.RunEngineClient;
import dev.runengine.client.wire.ArtifactView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files of a run, reused ones included. */
public final class RunFiles {
    private static final String ZIP = "application/zip";

    private final RunEngineClient client;
    private final List<ArtifactView> artifacts;

    private RunFiles(RunEngineClient client, List<ArtifactView> artifacts) {
        this.client = client;
        this.artifacts = artifacts;
    }

    public static RunFiles of(RunEngineClient client, UUID runId) {
        return new RunFiles(client, client.artifacts(runId).artifacts());
    }

    /** Writes every file to a folder named after the step that made it. */
    public void writeTo(Path folder) throws IOException {
        Map<Path, FileNames> names = new HashMap<>();
        for (ArtifactView artifact : artifacts) {
            var step = folder.resolve(FileNames.safe(artifact.stepId().orElse("uploads")));
            Files.createDirectories(step);
            var name = names.computeIfAbsent(step, _ -> new FileNames()).free(artifact.filename());
            client.downloadTo(artifact.id(), step.resolve(name));
        }
    }

    /**
     * Unpacks the run's game, if it made one.
     *
     * @return the page that starts it
     */
    public Optional<Path> unpackGame(Path folder) throws IOException {
        for (ArtifactView artifact : artifacts.reversed()) {
            if (artifact.type().equals(ZIP)) {
                var page = unpackIfGame(artifact.id(), folder);
                if (page.isPresent()) {
                    return page;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> unpackIfGame(UUID artifactId, Path folder) throws IOException {
        var zip = Files.createTempFile("run-engine-", ".zip");
        try {
            client.downloadTo(artifactId, zip);
            return GameArchive.isGame(zip) ? Optional.of(GameArchive.unpack(zip, folder)) : Optional.empty();
        } finally {
            Files.deleteIfExists(zip);
        }
    }
}
