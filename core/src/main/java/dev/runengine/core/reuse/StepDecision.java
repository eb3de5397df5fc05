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

    public static StepDecision of(Verdict verdict) {
        return new StepDecision(verdict, Optional.empty(), Optional.empty());
    }

    public static StepDecision of(Verdict verdict, UUID comparedWith) {
        return new StepDecision(verdict, Optional.empty(), Optional.of(comparedWith));
    }

    /** In words: such as "MISS: INPUT_CHANGED". */
    public String summary() {
        return verdict + reason.map(r -> ": " + r).orElse("");
    }
}
