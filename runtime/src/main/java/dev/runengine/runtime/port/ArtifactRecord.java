package dev.runengine.runtime.port;

import dev.runengine.core.skill.Artifact;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An artifact as it is shown. @param runId the run that executed the step; absent for an upload */
public record ArtifactRecord(Artifact artifact, Optional<UUID> runId, Optional<String> stepId, Instant createdAt) {}
