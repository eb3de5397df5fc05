package dev.runengine.runtime.execution;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillLookup;
import java.time.Duration;
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
        Optional<Duration> timeLimit) {

    /** How long it may take; empty where nobody knows the skill. */
    Optional<Duration> limit(SkillLookup skills) {
        return skills.find(skillId).map(skill -> timeLimit.orElse(skill.timeLimit()));
    }
}
