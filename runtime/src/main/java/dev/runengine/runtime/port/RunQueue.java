package dev.runengine.runtime.port;

import dev.runengine.core.run.RunError;
import dev.runengine.runtime.quota.QuotaShares;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Claims over runs: the queue is the runs that nobody owns, so queue and state cannot drift apart. One object is one
 * worker's view.
 */
public interface RunQueue extends AutoCloseable {
    /** A claim that brings fewer than this, and fewer than it asked for, found nothing else waiting. */
    int FEW = 16;

    /**
     * Takes up to this many runs that may run now, have no living owner, and are of a workflow version that this worker
     * knows. Tenants take turns, by their weight: over any time in which two tenants have runs waiting, each gets its
     * share, whatever the other has queued and had before. Within a tenant the more urgent run comes first, and of equally
     * urgent ones the one that waits longer. A worker that was given up gets none until it has rejoined.
     *
     * @throws StoreUnavailableException also when runs were taken and only the answer was lost
     */
    default List<Claim> claim(int max) {
        return claim(max, Set.of());
    }

    /** Like the other, leaving out some tenants. */
    List<Claim> claim(int max, Set<String> without);

    /**
     * Takes this worker's own runs again, but for those it drives: the runs of a claim whose answer was lost. Nothing of
     * them was executed here, so they count as handed over.
     */
    List<Claim> reclaim(Set<UUID> driven);

    /** Gives a run back on purpose, for another worker to take after the delay. */
    void handOver(Journal.Ownership ownership, Duration delay);

    /** Gives a run back since driving it broke, which is counted. */
    void giveBackBroken(Journal.Ownership ownership, Duration delay);

    /** Ends a run as failed, past the journal: for a run that cannot be driven, or whose decisions cannot be recorded. */
    void giveUp(Journal.Ownership ownership, RunError error);

    /**
     * Tells that this worker is alive.
     *
     * @return false when it was given up meanwhile: all its runs belong to others. It stays so until it rejoins, so that
     *     one lost answer does not hide it.
     */
    boolean renew();

    /** Begins anew after having been given up, once nothing of what was lost goes on. */
    void rejoin();

    /** This worker's shares in the quotas of the fleet. */
    QuotaShares quotas();

    /** Calls back, from any thread, when there may be something to claim or a run of this worker was asked to stop. */
    void onWake(WakeListener listener);

    /** A worker's answer to a wake-up. */
    interface WakeListener {
        void workMayBeWaiting();

        void cancelRequested(UUID runId);
    }

    /**
     * A run that is this worker's now.
     *
     * @param handedOver its last owner gave it up on purpose
     * @param breaks how often driving it broke since it was queued
     */
    record Claim(Journal.Ownership ownership, String tenant, boolean handedOver, int breaks) {}

    /** Unregisters the worker; its runs may be claimed by others at once. */
    @Override
    void close();
}
