package dev.runengine.runtime.simulation;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.StepState.Completed;
import dev.runengine.core.run.StepState.Reused;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.Journal.Entry;
import java.util.HashMap;
import java.util.Map;

/** What is recorded as reused stood in the store at that moment, whatever some other tier still held. */
final class ResultRules {
    private final Complaints complaints;
    private final Map<CacheKey, EntryRef> standing = new HashMap<>();

    ResultRules(Complaints complaints) {
        this.complaints = complaints;
    }

    void recorded(RunTruth run, Entry entry, Map<Integer, EntryRef> stored) {
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, Reused reused)
                    && reused.entry().isPresent()
                    && !standing.containsValue(reused.entry().get())) {
                complaints.add(run + " reuses a result of s" + step + " that is deleted");
            }
            if (transition instanceof StepMoved(int step, var _, Completed done) && stored.containsKey(step)) {
                standing.put(Candidates.key(entry.after(), step, done.fingerprint()), stored.get(step));
            }
        }
    }

    void deleted() {
        standing.clear();
    }
}
