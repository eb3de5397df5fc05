package dev.runengine.core.skill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An expected failure of a skill. The kind decides whether trying again can help. */
public sealed interface SkillFailure {
    /** What went wrong and what a person can do about it. */
    String message();

    /** The input can never work. Not retried. */
    record InvalidInput(String message, List<Problem> problems) implements SkillFailure {
        public InvalidInput {
            problems = List.copyOf(problems);
        }
    }

    /** The result broke the skill's own output schema. Retried once. */
    record InvalidOutput(String message, List<Problem> problems) implements SkillFailure {
        public InvalidOutput {
            problems = List.copyOf(problems);
        }
    }

    /** It did not work this time; a provider may say when to try again. */
    record Transient(String message, Optional<Duration> retryAfter) implements SkillFailure {}

    /** It ran longer than its limit. Retried. */
    record TimedOut(String message, Duration limit) implements SkillFailure {}

    /** A policy forbids it (content, network, cost). Not retried. */
    record Rejected(String message) implements SkillFailure {}

    /** It failed for a reason that trying again may or may not cure. Retried. */
    record Broken(String message) implements SkillFailure {}

    /**
     * A remote job may have been submitted or not, and there is nobody to ask by program. The step is held until a person
     * settles it. Where asking later can help, the skill fails otherwise and is tried again with the same ledger.
     */
    record OutcomeUnknown(String message) implements SkillFailure {}

    /**
     * One place in a JSON document and what is wrong there.
     *
     * @param pointer RFC 6901
     */
    record Problem(String pointer, String detail) {}

    static SkillFailure invalidInput(String pointer, String detail) {
        return new InvalidInput(pointer + ": " + detail, List.of(new Problem(pointer, detail)));
    }
}
