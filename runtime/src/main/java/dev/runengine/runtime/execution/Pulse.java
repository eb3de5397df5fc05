package dev.runengine.runtime.execution;

import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.runtime.port.Timer;
import dev.runengine.runtime.port.Timer.Alarm;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Listens to the heartbeats of one execution, and calls once it was silent for longer than its limit. */
final class Pulse implements Supervisor {
    private final Supervisor supervisor;
    private final Timer timer;
    private final Duration limit;
    private final Runnable hung;
    private Instant last;
    private @Nullable Alarm alarm;
    private boolean over;

    Pulse(Supervisor supervisor, Timer timer, Duration limit, Runnable hung) {
        this.supervisor = supervisor;
        this.timer = timer;
        this.limit = limit;
        this.hung = hung;
        this.last = timer.instant();
    }

    void start() {
        watch(timer.instant().plus(limit));
    }

    private void watch(Instant until) {
        var next = timer.at(until, this::look);
        synchronized (this) {
            alarm = next;
            if (over) {
                next.cancel();
            }
        }
    }

    /** One alarm follows the heartbeats at its leisure: a heartbeat itself only notes the time. */
    private void look() {
        Instant until;
        synchronized (this) {
            if (over) {
                return;
            }
            until = last.plus(limit);
        }
        if (until.isAfter(timer.instant())) {
            watch(until);
        } else {
            hung.run();
        }
    }

    synchronized void stop() {
        over = true;
        if (alarm != null) {
            alarm.cancel();
        }
    }

    @Override
    public JobLedger jobs() {
        return supervisor.jobs();
    }

    @Override
    public void heartbeat(double progress) {
        alive();
        supervisor.heartbeat(progress);
    }

    /** Waiting where the engine sees it is a sign of life. */
    @Override
    public void pause(Duration time) throws InterruptedException {
        synchronized (this) {
            last = timer.instant().plus(time);
        }
        supervisor.pause(time);
        alive();
    }

    private synchronized void alive() {
        last = timer.instant();
    }
}
