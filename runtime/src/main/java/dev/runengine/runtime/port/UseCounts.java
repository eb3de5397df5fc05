package dev.runengine.runtime.port;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** How often each cached result was reused, and when last. Whoever needs room deletes by it; nothing else depends on it. */
public interface UseCounts {
    /**
     * Adds to what was counted before. Waits for nobody: an entry that somebody has locked at this moment is left out.
     *
     * @return those left out, for another time; all others are counted, or were deleted or replaced and are over
     * @throws StoreUnavailableException when it is not known what was counted; counted again, it may be counted twice
     */
    Set<EntryRef> add(Map<EntryRef, Use> uses);

    /** Some reuses of one result. @param last when the last of them was recorded */
    record Use(long times, Instant last) {
        public Use plus(Use other) {
            return new Use(times + other.times, last.isAfter(other.last) ? last : other.last);
        }
    }
}
