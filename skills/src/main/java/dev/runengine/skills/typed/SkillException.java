package dev.runengine.skills.typed;

import dev.runengine.core.skill.SkillFailure;

/** Carries an expected failure from deep inside a typed skill to its edge, where it becomes a value again. */
public final class SkillException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SkillFailure failure;

    public SkillException(SkillFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** The input at this pointer (RFC 6901) can never work. */
    public static SkillException invalidInput(String pointer, String detail) {
        return new SkillException(SkillFailure.invalidInput(pointer, detail));
    }

    public static SkillException broken(String message) {
        return new SkillException(new SkillFailure.Broken(message));
    }

    public SkillFailure failure() {
        return failure;
    }
}
