package dev.runengine.runtime.execution;

import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.Supervisor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One execution's permit, given back while the execution does nothing but wait. */
final class Permit implements Supervisor, AutoCloseable {
    private final Source source;
    private final Supervisor supervisor;
    private int pauses;
    private boolean over;
    private @Nullable Runnable release;

    /** Where permits come from. */
    @FunctionalInterface
    interface Source {
        /** Waits for a permit. @return what gives it back */
        Runnable acquire() throws InterruptedException;
    }

    Permit(Source source, Supervisor supervisor) throws InterruptedException {
        this.source = source;
        this.supervisor = supervisor;
        this.release = source.acquire();
    }

    @Override
    public synchronized void close() {
        over = true;
        giveBack();
    }

    private synchronized void giveBack() {
        if (release != null) {
            release.run();
            release = null;
        }
    }

    @Override
    public JobLedger jobs() {
        return supervisor.jobs();
    }

    @Override
    public void heartbeat(double progress) {
        supervisor.heartbeat(progress);
    }

    /** Of a skill that pauses in several threads, the first gives the permit back and the last takes it again. */
    @Override
    public void pause(Duration time) throws InterruptedException {
        synchronized (this) {
            if (pauses++ == 0) {
                giveBack();
            }
        }
        boolean isLast;
        try {
            supervisor.pause(time);
        } finally {
            isLast = isLastPause();
        }
        if (isLast) {
            takeAgain();
        }
    }

    private synchronized boolean isLastPause() {
        return --pauses == 0;
    }

    private void takeAgain() throws InterruptedException {
        var again = source.acquire();
        synchronized (this) {
            release = again;
            if (over) { // of an execution that was abandoned nobody would give it back
                giveBack();
            }
        }
    }
}
