package dev.runengine.runtime.execution;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One execution to be done. @param timeLimit instead of the skill's own */
public record StepTask(
        UUID runId,
        String tenant,
        String stepId,
        String skillId,
        Json input,
        int attempt,
        UUID executionKey,
        Optional<Duration> timeLimit,
        Supervisor supervisor) {

    StepTask with(Supervisor other) {
        return new StepTask(runId, tenant, stepId, skillId, input, attempt, executionKey, timeLimit, other);
    }

    Duration limit(SkillDescriptor skill) {
        return timeLimit.orElse(skill.timeLimit());
    }

    SkillRunner.Request request(Instant deadline) {
        return new SkillRunner.Request(tenant, skillId, input, executionKey, deadline, supervisor);
    }
}
