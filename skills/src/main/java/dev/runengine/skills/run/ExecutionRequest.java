package dev.runengine.skills.run;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.core.skill.Unattended;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What to run.
 *
 * @param input as it was resolved; not yet checked
 * @param artifacts of the tenant the execution belongs to
 * @param executionKey the same for every try of the same work
 * @param deadline handed to the skill; whoever asks for the execution enforces it, by interrupting its thread
 * @param supervisor whoever looks after the execution
 */
public record ExecutionRequest(
        Skill skill, Json input, ArtifactSource artifacts, UUID executionKey, Instant deadline, Supervisor supervisor) {

    /** Outside an engine. */
    public ExecutionRequest(Skill skill, Json input, ArtifactSource artifacts, UUID executionKey, Instant deadline) {
        this(skill, input, artifacts, executionKey, deadline, new Unattended(InstantSource.system()));
    }
}
