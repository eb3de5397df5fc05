package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.CacheShelf.Removal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Forgets what need not be kept any longer, and never what somebody still needs. Each call does a part of the work, so that
 * nobody waits for it for long; there is no more of it to do when one does nothing. What somebody uses at that moment is
 * left for another time. Safe for use by many threads, and by several nodes at once.
 */
public interface RetentionStore {
    /** All that may have something to be forgotten. */
    Set<String> tenants();

    /** Runs that have ended, of which no other run is an update, with all that belongs to them. @return how many */
    int forgetRuns(String tenant, Instant endedBefore, int limit);

    /** Results that were made, or last used, too long ago, and that no plan counts on. */
    Removal expireResults(String tenant, Age age, Instant at, int limit);

    /** Of the results that no plan counts on, those not used for longest, until all of the tenant's take that little. */
    Removal evictResults(String tenant, long maxBytes, Instant at, int limit);

    /** That results were deleted. @return how many of these a miss cannot name any more */
    int forgetDeletions(String tenant, Instant deletedBefore);

    /** What was recorded of files that no run, step or result names any more. @return how many */
    int forgetArtifacts(String tenant, Instant madeBefore, int limit);

    /** Recorded inputs that no step has any more. @return how many */
    int forgetInputs(String tenant, Instant madeBefore, int limit);

    /** Which of these files nothing recorded names: no artifact and no payload. */
    Set<ContentHash> unnamed(String tenant, Collection<ContentHash> files);

    /** Forgets that a file was ever stored, if nothing recorded names it. @return whether nothing does */
    boolean forgetFile(String tenant, ContentHash file);

    /** Results are too old that were made before the one time, or not used since the other. */
    record Age(Optional<Instant> madeBefore, Optional<Instant> unusedSince) {}
}
