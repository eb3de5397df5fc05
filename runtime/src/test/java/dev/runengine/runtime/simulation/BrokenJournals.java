package dev.runengine.runtime.simulation;

import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Journals that break the rule of fence and sequence, of commit before start, of hits that must still stand, of flights. */
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

    /** Takes it that what is reused is still there. */
    static final class Trusting implements Sabotage {
        @Override
        public Journal store(Journal honest, Oracle oracle) {
            return batch ->
                    honest.commit(batch.stream().map(Trusting::withoutHits).toList());
        }

        private static Journal.Entry withoutHits(Journal.Entry entry) {
            return new Journal.Entry(
                    entry.ownership(),
                    entry.after(),
                    entry.transitions().stream().map(Trusting::withoutHit).toList(),
                    entry.at());
        }

        private static Transition withoutHit(Transition transition) {
            return transition instanceof StepMoved(int step, var from, StepState.Reused reused)
                    ? new StepMoved(
                            step,
                            from,
                            new StepState.Reused(
                                    reused.counters(),
                                    reused.fingerprint(),
                                    reused.input(),
                                    reused.decision(),
                                    reused.output(),
                                    reused.madeBy(),
                                    Optional.empty(),
                                    reused.at()))
                    : transition;
        }
    }

    /** Takes it that nobody wants to share. */
    static final class Generous implements Sabotage {
        @Override
        public Journal store(Journal honest, Oracle oracle) {
            return batch -> honest.commit(batch.stream().map(Generous::alone).toList());
        }

        private static Journal.Entry alone(Journal.Entry entry) {
            var run = entry.after();
            var alone = new RunState(
                    run.runId(),
                    run.tenant(),
                    run.workflow(),
                    run.trigger(),
                    new CacheFlags(run.cache().read(), run.cache().write(), false),
                    run.base(),
                    run.phase(),
                    run.startedAt(),
                    run.steps(),
                    run.tally(),
                    run.active());
            return new Journal.Entry(entry.ownership(), alone, entry.transitions(), entry.at());
        }
    }

    private static Journal.Entry with(Journal.Ownership ownership, Journal.Entry entry) {
        return new Journal.Entry(ownership, entry.after(), entry.transitions(), entry.at());
    }
}
