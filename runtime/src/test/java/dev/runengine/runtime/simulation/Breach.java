package dev.runengine.runtime.simulation;

import java.util.List;

/** A rule was broken under a seed, which plays the same again. */
final class Breach extends AssertionError {
    private static final long serialVersionUID = 1;

    private final long seed;

    Breach(long seed, AssertionError complaint, List<String> trace) {
        super(
                "seed " + seed + " (-Dseed=" + seed + "): " + complaint.getMessage()
                        + (trace.isEmpty() ? "" : "\n" + String.join("\n", trace)),
                complaint);
        this.seed = seed;
    }

    long seed() {
        return seed;
    }
}
