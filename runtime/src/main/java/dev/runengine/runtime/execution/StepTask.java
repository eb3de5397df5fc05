package dev.runengine.runtime.execution;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Instant;
import java.util.UUID;

/** One execution to be done. */
public record StepTask(
        UUID runId,
        String tenant,
        String stepId,
        String skillId,
        Json input,
        int attempt,
        UUID executionKey,
        Supervisor supervisor) {

    StepTask with(Supervisor other) {
        return new StepTask(runId, tenant, stepId, skillId, input, attempt, executionKey, other);
    }

    SkillRunner.Request request(Instant deadline) {
        return new SkillRunner.Request(tenant, skillId, input, executionKey, deadline, supervisor);
    }
}
