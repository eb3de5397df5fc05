package dev.runengine.core.reuse;

import java.util.Optional;
import java.util.UUID;

/**
 * The record every step keeps of why it ran or did not.
 *
 * @param reason present exactly for a {@link Verdict#MISS}
 * @param comparedWith the run whose execution of this step was compared with, or taken over
 */
public record StepDecision(Verdict verdict, Optional<MissReason> reason, Optional<UUID> comparedWith) {
    public StepDecision {
        if (reason.isPresent() != (verdict == Verdict.MISS)) {
            throw new IllegalArgumentException("a miss has a reason, nothing else has: " + verdict + " " + reason);
        }
    }

    public static StepDecision miss(MissReason reason, Optional<UUID> comparedWith) {
        return new StepDecision(Verdict.MISS, Optional.of(reason), comparedWith);
    }

    /**
     * A miss where it is known already why the step differs from the base run's. That there was a result of the same input,
     * which cannot be reused any more, says more: without that the step would not be executed.
     */
    public static StepDecision miss(CacheAnswer.Miss found, Optional<StepDecision> known) {
        var of = miss(found.reason(), found.comparedWith());
        return switch (found.reason()) {
            case EXPIRED, INVALIDATED, BLOB_MISSING -> of;
            case FIRST_SEEN, INPUT_CHANGED, SKILL_VERSION_CHANGED -> known.orElse(of);
        };
    }

    public static StepDecision of(Verdict verdict) {
        return new StepDecision(verdict, Optional.empty(), Optional.empty());
    }

    public static StepDecision of(Verdict verdict, UUID comparedWith) {
        return new StepDecision(verdict, Optional.empty(), Optional.of(comparedWith));
    }

    /** The reason in words, as the end of a sentence: such as "its input has changed". */
    public String because() {
        return switch (verdict) {
            case MISS -> reason.map(StepDecision::because).orElse("");
            case BYPASSED -> "earlier results were not to be taken";
            case DISABLED -> "its results are never reused";
            case LOOKUP_ERROR -> "the cache could not be asked";
            case HIT_HOT, HIT_COLD -> "the cache has a result of the same input and skill";
            case HIT_IN_FLIGHT -> "another run was executing the same";
            case BASE_RUN -> "it is as in the base run";
        };
    }

    private static String because(MissReason reason) {
        return switch (reason) {
            case FIRST_SEEN -> "no earlier result of it is known";
            case INPUT_CHANGED -> "its input has changed";
            case SKILL_VERSION_CHANGED -> "its skill has another version";
            case EXPIRED -> "its earlier result was not kept any longer";
            case INVALIDATED -> "its earlier result was invalidated";
            case BLOB_MISSING -> "a file of its earlier result is gone or damaged";
        };
    }
}
