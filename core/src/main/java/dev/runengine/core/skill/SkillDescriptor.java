package dev.runengine.core.skill;

import dev.runengine.core.json.Json.JObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a skill is: its contract and its implementation.
 *
 * @param id the name steps refer to it by, {@code [a-z][a-z0-9_]{0,62}}
 * @param version of the contract: schemas and meaning
 * @param implementation who does the work and in which version, such as {@code local@1}
 * @param inputSchema JSON Schema 2020-12
 * @param outputSchema JSON Schema 2020-12 of the result's data
 * @param produces MIME types of the files it publishes
 * @param timeLimit for one execution
 * @param heartbeatLimit how long an execution may be silent before it counts as hung; absent for skills that tell nothing
 */
public record SkillDescriptor(
        String id,
        String version,
        String implementation,
        String title,
        String description,
        List<String> tags,
        JObject inputSchema,
        JObject outputSchema,
        List<String> produces,
        Duration timeLimit,
        Optional<Duration> heartbeatLimit) {

    public SkillDescriptor {
        if (!id.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a skill id is [a-z][a-z0-9_]{0,62}, not \"" + id + "\"");
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("skill " + id + ": the time limit must be positive, not " + timeLimit);
        }
        if (heartbeatLimit.filter(limit -> limit.isNegative() || limit.isZero()).isPresent()) {
            throw new IllegalArgumentException("skill " + id + ": the heartbeat limit must be positive");
        }
        tags = List.copyOf(tags);
        produces = List.copyOf(produces);
    }

    /** Of a skill that tells nothing of its progress. */
    public SkillDescriptor(
            String id,
            String version,
            String implementation,
            String title,
            String description,
            List<String> tags,
            JObject inputSchema,
            JObject outputSchema,
            List<String> produces,
            Duration timeLimit) {
        this(
                id,
                version,
                implementation,
                title,
                description,
                tags,
                inputSchema,
                outputSchema,
                produces,
                timeLimit,
                Optional.empty());
    }

    /** Part of the cache key: results of another contract or implementation are not interchangeable. */
    public SkillVersion skillVersion() {
        return new SkillVersion(version + "+" + implementation);
    }
}
