package dev.runengine.runtime.simulation;

import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;

/** Ways to break a rule on purpose, to see whether it is noticed. */
interface Sabotage {
    Sabotage NONE = new Sabotage() {};

    /** Makes one for every world, since some remember what they saw. */
    @FunctionalInterface
    interface Maker {
        Sabotage make();
    }

    /** The store's side of the journal: what it is asked is seen by the {@link Oracle} before. */
    default Journal store(Journal honest, Oracle oracle) {
        return honest;
    }

    /** The engine's side: the oracle sees what this makes of it. */
    default Journal journal(Journal honest, Life life) {
        return honest;
    }

    default RunQueue queue(RunQueue honest) {
        return honest;
    }

    default RunStore runs(RunStore honest) {
        return honest;
    }
}
