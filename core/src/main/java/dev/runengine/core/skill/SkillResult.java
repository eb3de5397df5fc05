package dev.runengine.core.skill;

import dev.runengine.core.json.Json;

/** How an execution of a skill ended. */
public sealed interface SkillResult {

    /**
     * @param data a value that the descriptor's output schema accepts; files stand in it as artifact addresses
     * @param usage what it cost
     */
    record Succeeded(Json data, Usage usage) implements SkillResult {}

    record Failed(SkillFailure failure) implements SkillResult {}

    static SkillResult succeeded(Json data) {
        return new Succeeded(data, Usage.NONE);
    }

    static SkillResult failed(SkillFailure failure) {
        return new Failed(failure);
    }
}
