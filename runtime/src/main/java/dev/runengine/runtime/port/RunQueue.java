package dev.runengine.runtime.port;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Claims over runs: the queue is the runs that nobody owns, so queue and state cannot drift apart. One object is one
 * worker's view.
 */
public interface RunQueue extends AutoCloseable {
    /** Takes up to this many runs that may run now, are not paused and have no living owner. */
    List<Claim> claim(int max);

    /** Gives a run back on purpose, for another worker to take after the delay. */
    void handOver(Journal.Ownership ownership, Duration delay);

    /**
     * Tells that this worker is alive.
     *
     * @return false when it was given up meanwhile: all its runs belong to others
     */
    boolean renew();

    /** Calls back, from any thread, when there may be something to claim or a run of this worker is wished to change its course. */
    void onWake(WakeListener listener);

    /** A worker's answer to a wake-up. */
    interface WakeListener {
        void workMayBeWaiting();

        void wished(UUID runId, Wish wish);
    }

    /** What somebody wants of a run that goes on. */
    enum Wish {
        CANCEL,
        PAUSE,
        RESUME
    }

    /** @param handedOver its last owner gave it up on purpose */
    record Claim(Journal.Ownership ownership, boolean handedOver) {}

    /** Unregisters the worker; its runs may be claimed by others at once. */
    @Override
    void close();
}
