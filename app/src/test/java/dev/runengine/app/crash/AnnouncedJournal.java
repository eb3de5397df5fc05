package dev.runengine.app.crash;

import dev.runengine.runtime.port.Journal;
import java.util.List;

/** A journal that asks the test before and after each of its writes. It may be killed while it waits for the answer. */
record AnnouncedJournal(Journal journal, Harness harness) implements Journal {

    @Override
    public List<Outcome> commit(List<Entry> batch) throws InterruptedException {
        var labels = Labels.of(batch);
        harness.writing(labels);
        var outcomes = journal.commit(batch);
        harness.written(labels);
        return outcomes;
    }
}
