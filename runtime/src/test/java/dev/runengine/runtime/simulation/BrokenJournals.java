package dev.runengine.runtime.simulation;

import dev.runengine.runtime.port.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Journals that break the rule of fence and sequence, or of commit before start. */
final class BrokenJournals {
    private BrokenJournals() {}

    /** Takes every entry as if it came from the current owner. */
    static final class Unfenced implements Sabotage {
        @Override
        public Journal store(Journal honest, Oracle oracle) {
            return batch -> honest.commit(batch.stream()
                    .map(entry -> with(oracle.standing(entry.ownership().runId()), entry))
                    .toList());
        }
    }

    /** Goes on under the sequence of its claim. */
    static final class NotAdvancing implements Sabotage {
        private record Owned(Object runId, long fence) {}

        private final Map<Owned, Journal.Ownership> claimed = new HashMap<>();

        @Override
        public Journal journal(Journal honest, Life life) {
            return batch -> honest.commit(batch.stream()
                    .map(entry -> with(claimed(entry.ownership()), entry))
                    .toList());
        }

        private Journal.Ownership claimed(Journal.Ownership ownership) {
            return claimed.computeIfAbsent(new Owned(ownership.runId(), ownership.fence()), _ -> ownership);
        }
    }

    /** Says that it is done before it is. */
    static final class AnsweringEarly implements Sabotage {
        @Override
        public Journal journal(Journal honest, Life life) {
            return batch -> {
                life.start("behind", () -> {
                    try {
                        life.sleep(Duration.ofMillis(20));
                        honest.commit(batch);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                return batch.stream()
                        .<Journal.Outcome>map(_ -> new Journal.Outcome.Committed(Optional.empty(), Map.of()))
                        .toList();
            };
        }
    }

    private static Journal.Entry with(Journal.Ownership ownership, Journal.Entry entry) {
        return new Journal.Entry(ownership, entry.after(), entry.transitions(), entry.at());
    }
}
