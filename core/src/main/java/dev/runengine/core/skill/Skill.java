package dev.runengine.core.skill;

import dev.runengine.core.json.Json;

/**
 * Turns a validated input into a result. The one thing a skill author writes.
 *
 * <p>Called concurrently, one call per executing step, on a virtual thread of the caller's. An expected failure is a
 * {@link SkillResult.Failed}; an exception is a bug and becomes SKILL_FAILED. A skill obeys interruption: its step was
 * cancelled, or its time is up.
 */
public interface Skill {
    SkillDescriptor descriptor();

    /**
     * @param input a value that the descriptor's input schema accepts
     * @throws InterruptedException when told to stop; nothing it has published is kept
     */
    SkillResult run(Json input, SkillContext context) throws InterruptedException;
}
