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

    /**
     * Tells the remote job of an execution to stop: the execution was told to stop itself, or was lost, and nobody waits
     * for its result. Called after it has ended, for executions that recorded a job, in a workspace of its own.
     *
     * @param context its ledger holds what was recorded
     */
    default void cancelJob(Json input, SkillContext context) throws InterruptedException {
        // most skills have no remote jobs
    }
}
