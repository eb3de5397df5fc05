package dev.runengine.runtime.quota;

/** Something the whole fleet has only so much of. Its name is its identity: equal names share. */
public sealed interface Quota {
    String name();

    /** So many executions at once. */
    record Concurrent(String name, int permits) implements Quota {
        public Concurrent {
            if (permits < 1) {
                throw new IllegalArgumentException(
                        name + ": a limit of executions at once is 1 or more, not " + permits);
            }
        }
    }

    /**
     * A token bucket: executions start at this rate, and up to {@code burst} at once after a pause.
     *
     * @param burst how many tokens there are at most, in the bucket and leased to workers together
     */
    record Rate(String name, double perSecond, int burst) implements Quota {
        public Rate {
            if (!(perSecond > 0) || burst < 1) {
                throw new IllegalArgumentException(
                        name + ": a rate is more than 0 a second, with a burst of 1 or more");
            }
        }
    }
}
