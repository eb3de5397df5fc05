package dev.runengine.runtime.cache;

import dev.runengine.core.run.StepState.Reused;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.journal.Commits;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;

/** Counts the cached results that commits reuse, once they are committed. */
record CountingCommits(Commits commits, UseTally tally) implements Commits {
    @Override
    public Outcome commit(Entry entry) throws InterruptedException {
        var outcome = commits.commit(entry);
        if (outcome instanceof Outcome.Committed) {
            for (var transition : entry.transitions()) {
                if (transition instanceof StepMoved(int _, var _, Reused reused)) {
                    reused.entry().ifPresent(used -> tally.used(used, reused.at()));
                }
            }
        }
        return outcome;
    }
}
