package dev.runengine.runtime.simulation;

import java.util.List;

/** What a process must not leave behind. */
record Leaks(Complaints complaints) {
    /**
     * Claiming, heart, quotas, flights, uses and announcing; a poll, a heartbeat, a renewal of quotas, nobody awaited, and
     * nothing to count.
     */
    private static final int IDLE_THREADS = 6;

    private static final int IDLE_ALARMS = 5;

    /** Only skills that do not listen, and those who wait for them, may still be there. */
    void afterClose(Life life) {
        var left = names(life).stream()
                .filter(name ->
                        !name.contains("/step-") && !name.contains("/execution-") && !name.contains("/shutdown"))
                .toList();
        require(left.isEmpty(), life + " leaves threads behind: " + left);
    }

    /** With nothing to do for so long that every skill has given up. */
    void whileIdle(Life life) {
        require(life.threads().size() == IDLE_THREADS, life + " has threads at work: " + names(life));
        require(life.alarms() <= IDLE_ALARMS, life + " has set " + life.alarms() + " alarms");
    }

    void afterEnd(Life life) {
        require(life.threads().isEmpty(), life + " has threads left: " + names(life));
        require(life.alarms() == 0, life + " has " + life.alarms() + " alarms left");
    }

    private static List<String> names(Life life) {
        return life.threads().stream().map(Thread::getName).toList();
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            complaints.add(what);
        }
    }
}
