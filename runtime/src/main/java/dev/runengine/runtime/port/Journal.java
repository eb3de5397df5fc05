package dev.runengine.runtime.port;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.run.FlightMoves;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records decisions. All entries of a batch are one transaction; each is guarded by its own run's fence and sequence, so
 * that one stale owner does not keep the others from committing.
 */
public interface Journal {
    /**
     * Blocks until it is known what became of every entry, over outages of the store too.
     *
     * @return one outcome an entry, in the same order
     * @throws InterruptedException when told to give up; the outcome is then unknown and the run must be loaded again
     */
    List<Outcome> commit(List<Entry> batch) throws InterruptedException;

    /**
     * What one turn of one run decided.
     *
     * @param ownership as claimed, with the sequence of the last commit
     * @param after the state once this is recorded
     */
    record Entry(Ownership ownership, RunState after, List<Transition> transitions, Instant at) {
        public Entry {
            transitions = List.copyOf(transitions);
        }

        /** Shared work that this begins to execute, by step number. */
        public Map<Integer, CacheKey> flightsTaken() {
            return FlightMoves.taken(after, transitions);
        }

        /** Steps whose share of work, if others shared it, is over. */
        public List<Integer> flightsLanded() {
            return FlightMoves.landed(after, transitions);
        }

        public boolean terminal() {
            return after.over();
        }

        /** Whether what is ready starts: a run that ends, or is being given up, starts nothing. */
        public boolean startsSteps() {
            return after.phase() instanceof Phase.Running;
        }
    }

    /** Who may write: valid as long as nobody else has claimed the run, and this is the last commit. */
    record Ownership(UUID runId, long fence, long seq) {
        public Ownership next() {
            return new Ownership(runId, fence, seq + 1);
        }
    }

    /** What became of an entry. */
    sealed interface Outcome {
        /**
         * @param cancelRequestedAt somebody wants the run cancelled
         * @param stored the cache entries that now hold a result of this commit, by step number; those that are not known,
         *     such as after a commit of unknown outcome, are left out
         */
        record Committed(Optional<Instant> cancelRequestedAt, Map<Integer, EntryRef> stored) implements Outcome {
            public Committed {
                stored = Map.copyOf(stored);
            }
        }

        /** Somebody else owns the run now; nothing was written. */
        record Fenced() implements Outcome {}

        /** The run may not end this way: it was cancelled before. Nothing was written. */
        record CancelFirst() implements Outcome {}

        /** Nothing may start in the run: it was paused before. Nothing was written. */
        record PauseFirst() implements Outcome {}

        /** Results that were to be reused are gone, by step number. Nothing was written. */
        record HitsGone(Map<Integer, MissReason> steps) implements Outcome {}

        /**
         * What steps were about to execute is being executed by others, by step number; those not named have only to try
         * again. Nothing was written.
         */
        record FlightsTaken(Map<Integer, FlightLeader> steps) implements Outcome {}

        /** The store will never take this. Nothing was written. */
        record Refused(String message) implements Outcome {}
    }
}
