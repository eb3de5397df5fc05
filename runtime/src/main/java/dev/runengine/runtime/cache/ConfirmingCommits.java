package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState.Completed;
import dev.runengine.core.run.StepState.Reused;
import dev.runengine.core.run.Transition.RunMoved;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.runtime.journal.Commits;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Writes to the hot tier what a commit has just confirmed, and nothing else: results it stored, and hits of the cold tier.
 * Hits that are gone are removed, so that they cost one refused commit and not one in each run to come.
 */
record ConfirmingCommits(Commits commits, HotTier hot) implements Commits {
    /** Where the step's policy names no other. */
    private static final Duration TTL = Duration.ofHours(24);

    @Override
    public Outcome commit(Entry entry) throws InterruptedException {
        var outcome = commits.commit(entry);
        switch (outcome) {
            case Outcome.Committed(var _, var stored) -> confirmed(entry, stored);
            case Outcome.HitsGone(var steps) -> gone(entry, steps.keySet());
            case Outcome.Fenced _, Outcome.CancelFirst _, Outcome.PauseFirst _ -> {}
            case Outcome.FlightsTaken _, Outcome.Refused _ -> {}
        }
        return outcome;
    }

    private void confirmed(Entry entry, Map<Integer, EntryRef> stored) {
        var run = entry.after();
        for (var transition : entry.transitions()) {
            switch (transition) {
                case StepMoved(int step, var _, Completed done)
                when stored.containsKey(step) ->
                    put(
                            run,
                            step,
                            done.fingerprint(),
                            hit(stored.get(step), done.output(), done.execution(run.runId())));
                case StepMoved(int step, var _, Reused reused)
                when reused.decision().verdict() == Verdict.HIT_COLD
                        || reused.decision().verdict() == Verdict.HIT_IN_FLIGHT ->
                    put(run, step, reused.fingerprint().orElseThrow(), promoted(reused));
                case StepMoved _, RunMoved _ -> {}
            }
        }
    }

    private static Hit promoted(Reused reused) {
        return hit(
                reused.entry().orElseThrow(), reused.output(), reused.madeBy().orElseThrow());
    }

    private static Hit hit(EntryRef entry, StepOutput output, Execution madeBy) {
        return new Hit(Verdict.HIT_HOT, entry, output, madeBy);
    }

    private void put(RunState run, int step, Fingerprint fingerprint, Hit hit) {
        var key = HotKeys.of(Candidates.key(run, step, fingerprint));
        var ttl = run.workflow().step(step).cache().ttl().orElse(TTL);
        hot.put(key, HotValues.write(key, hit), ttl);
    }

    private void gone(Entry entry, Set<Integer> steps) {
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, Reused reused) && steps.contains(step)) {
                reused.fingerprint()
                        .map(fingerprint -> HotKeys.of(Candidates.key(entry.after(), step, fingerprint)))
                        .ifPresent(key -> hot.remove(Set.of(key)));
            }
        }
    }
}
