package dev.runengine.runtime.simulation;

import dev.runengine.runtime.port.Journal;
import java.util.List;

/** A node's journal: over its link, with somebody watching, and sometimes the last thing it ever uses. */
record ObservedJournal(Journal store, Link link, Oracle oracle, Life life, Doom doom) implements Journal {
    @Override
    public List<Outcome> commit(List<Entry> batch) throws InterruptedException {
        var outcomes = link.insist(() -> {
            doom.strikes(Doom.Moment.BEFORE_COMMIT, life);
            var made = committed(batch);
            for (int i = 0; i < batch.size(); i++) {
                oracle.committed(life, batch.get(i), made.get(i));
            }
            return made;
        });
        doom.strikes(Doom.Moment.AFTER_COMMIT, life);
        return outcomes;
    }

    /** In memory nothing blocks, so nothing is interrupted either. */
    private List<Outcome> committed(List<Entry> batch) {
        try {
            return store.commit(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
