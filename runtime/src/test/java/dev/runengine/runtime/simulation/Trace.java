package dev.runengine.runtime.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The last things that happened, in words. Off unless somebody is to read it: a seed gives the same again. */
final class Trace {
    private static final int KEPT = 400;

    private final boolean on;
    private final Scheduler scheduler;
    private final Deque<String> lines = new ArrayDeque<>();

    Trace(boolean on, Scheduler scheduler) {
        this.on = on;
        this.scheduler = scheduler;
    }

    void add(Supplier<String> line) {
        if (on) {
            // Not formatted: locales are loaded under a lock, and a thread that is killed while it waits for one keeps
            // it.
            lines.add(scheduler.nowMs() + " ms " + line.get());
            if (lines.size() > KEPT) {
                lines.remove();
            }
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
