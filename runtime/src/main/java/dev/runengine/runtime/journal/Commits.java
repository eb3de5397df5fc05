package dev.runengine.runtime.journal;

import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;

/** Makes the turns of a node's runs durable. Safe for use by many threads. */
@FunctionalInterface
public interface Commits {
    /**
     * Blocks until the entry is committed, or it is known why not. Entries of one run come one at a time.
     *
     * @throws InterruptedException when told to give up; the outcome is then unknown and the run must be loaded again
     */
    Outcome commit(Entry entry) throws InterruptedException;
}
