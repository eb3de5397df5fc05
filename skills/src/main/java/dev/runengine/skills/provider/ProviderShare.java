package dev.runengine.skills.provider;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.SkillContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A provider's part of an execution: a folder inside the workspace, and the time until somebody else has to begin.
 */
record ProviderShare(SkillContext context, Path workspace, Instant deadline) implements SkillContext {

    static ProviderShare of(SkillContext context, Instant deadline) throws IOException {
        return new ProviderShare(
                context, Files.createDirectory(context.workspace().resolve("provider")), deadline);
    }

    @Override
    public Path fetch(ArtifactAddress address) throws IOException {
        return context.fetch(address);
    }

    @Override
    public ArtifactAddress publish(Path file, String mediaType, String filename) throws IOException {
        return context.publish(file, mediaType, filename);
    }

    @Override
    public UUID executionKey() {
        return context.executionKey();
    }

    @Override
    public JobLedger jobs() {
        return context.jobs();
    }

    @Override
    public void heartbeat(double progress) {
        context.heartbeat(progress);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        context.pause(time);
    }

    /** Removes the folder with the files in it: whoever comes next finds the workspace empty. */
    void remove() throws IOException {
        try (var files = Files.newDirectoryStream(workspace)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(workspace);
    }
}
