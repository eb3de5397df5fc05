package dev.runengine.skills.http;

import dev.runengine.core.skill.SkillFailure;
import dev.runengine.skills.typed.SkillException;

/** There was no connection, so the service has seen nothing of the request. */
public final class NotSentException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SkillFailure failure;

    NotSentException(SkillFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public SkillException toSkillException() {
        return new SkillException(failure);
    }
}
