package dev.runengine.runtime.port;

import dev.runengine.runtime.port.RunQueries.Cursor;
import dev.runengine.runtime.port.RunQueries.QueueCounts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The queue of runs as a tenant sees and holds it: its own runs and no others, over all nodes. Safe for use by many
 * threads; a store that cannot be reached throws {@link StoreUnavailableException}.
 */
public interface QueueBoard {
    Standing standing(String tenant);

    /** Newest first. */
    Page jobs(String tenant, Optional<State> state, Optional<Cursor> after, int limit);

    /** Lets no worker take a run of the tenant until the queue is resumed; runs that are driven go on. */
    void pause(String tenant, Instant at);

    void resume(String tenant);

    /**
     * Lets delayed runs start now.
     *
     * @param runId absent for all of them
     * @return how many were delayed
     */
    int promote(String tenant, Optional<UUID> runId);

    /** @param pausedAt since when no worker takes a run */
    record Standing(QueueCounts counts, Optional<Instant> pausedAt) {}

    record Page(List<Job> jobs, Optional<Cursor> next) {
        public Page {
            jobs = List.copyOf(jobs);
        }
    }

    /** @param availableAt from when a worker may take it; absent once it is over */
    record Job(
            UUID runId,
            String workflowName,
            State state,
            int priority,
            Optional<Instant> availableAt,
            Instant createdAt) {}

    /** Where a run stands in the queue. */
    enum State {
        WAITING,
        ACTIVE,
        DELAYED,
        PAUSED,
        COMPLETED,
        FAILED,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
