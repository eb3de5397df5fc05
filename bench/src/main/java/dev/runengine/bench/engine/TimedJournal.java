package dev.runengine.bench.engine;

import dev.runengine.bench.measure.Latencies;
import dev.runengine.runtime.port.Journal;
import java.util.List;

/** The engine's journal, with a watch: what is not spent here the engine spends itself. */
record TimedJournal(Journal journal, Latencies latencies) implements Journal {

    @Override
    public List<Outcome> commit(List<Entry> batch) throws InterruptedException {
        long start = System.nanoTime();
        try {
            return journal.commit(batch);
        } finally {
            latencies.add(System.nanoTime() - start);
        }
    }
}
