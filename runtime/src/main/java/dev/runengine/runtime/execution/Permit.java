package dev.runengine.runtime.execution;

import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.Supervisor;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** One execution's permit, given back while the execution does nothing but wait. */
final class Permit implements Supervisor {
    private final Semaphore permits;
    private final Supervisor supervisor;
    private int pauses;
    private boolean held;

    Permit(Semaphore permits, Supervisor supervisor) {
        this.permits = permits;
        this.supervisor = supervisor;
    }

    void acquire() throws InterruptedException {
        permits.acquire();
        synchronized (this) {
            held = true;
        }
    }

    synchronized void release() {
        if (held) {
            held = false;
            permits.release();
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
                release();
            }
        }
        boolean last;
        try {
            supervisor.pause(time);
        } finally {
            synchronized (this) {
                last = --pauses == 0;
            }
        }
        if (last) {
            acquire();
        }
    }
}
