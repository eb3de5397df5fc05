package dev.runengine.core.reuse;

import dev.runengine.core.selector.StepOutput;
import java.util.Optional;
import java.util.UUID;

/** What a look-up found. */
public sealed interface CacheAnswer {

    /**
     * A result, provisional until the commit that records it has seen its entry still there.
     *
     * @param verdict HIT_HOT or HIT_COLD
     * @param entry the entry, so that the commit can lock it
     * @param madeBy the execution that is not paid again
     */
    record Hit(Verdict verdict, EntryRef entry, StepOutput output, Execution madeBy) implements CacheAnswer {
        public Hit {
            if (verdict != Verdict.HIT_HOT && verdict != Verdict.HIT_COLD) {
                throw new IllegalArgumentException(verdict + " is not a hit of the cache");
            }
        }
    }

    /** @param comparedWith the run of the nearest entry, when there is one */
    record Miss(MissReason reason, Optional<UUID> comparedWith) implements CacheAnswer {}

    /** Another run is executing it now. @param miss what the look-up itself found */
    record InFlight(FlightLeader leader, Miss miss) implements CacheAnswer {}

    /** The cache could not be asked; the step executes. */
    record Unavailable(String detail) implements CacheAnswer {}

    /** One stored entry in one generation: replaced or deleted, the pair is gone. */
    record EntryRef(long id, int generation) {}
}
