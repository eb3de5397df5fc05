package dev.runengine.runtime.simulation;

import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.Threads;
import dev.runengine.runtime.port.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** One life of a process: its threads and alarms stop while it is paused, and are gone when it is killed. */
final class Life implements Executor, Threads, Timer {
    private final Scheduler scheduler;
    private final Thread.Builder.OfVirtual builder;
    private final Complaints complaints;
    private final List<Runnable> held = new ArrayList<>();
    private final Set<Thread> threads = new LinkedHashSet<>();
    private final String name;
    private int alarms;
    private boolean dead;
    private boolean paused;
    private long excusedUntilMs;

    Life(Scheduler scheduler, String name, Complaints complaints) {
        this.scheduler = scheduler;
        this.name = name;
        this.complaints = complaints;
        this.builder = VirtualThreads.scheduledBy(this);
    }

    Host host(RandomGenerator random) {
        return new Host(this, this, random);
    }

    boolean isDead() {
        return dead;
    }

    boolean isPaused() {
        return paused;
    }

    /** As {@code kill -9} does. To be called from outside this life. */
    void kill() {
        dead = true;
        held.clear();
    }

    /** As {@link #kill}, from a thread of this life, which does not return from it. */
    void die() {
        kill();
        while (true) {
            LockSupport.park();
        }
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        excuse();
        held.forEach(this::execute);
        held.clear();
    }

    /** Until now nobody can expect that this process told anybody that it is alive. */
    void excuse() {
        excusedUntilMs = scheduler.nowMs();
    }

    /** Whether it could not tell that it is alive at some time within so many milliseconds. */
    boolean isExcused(long withinMs) {
        return dead || paused || (excusedUntilMs > 0 && scheduler.nowMs() - excusedUntilMs <= withinMs);
    }

    @Override
    public void execute(Runnable work) {
        if (!dead) {
            scheduler.ready(this, work);
        }
    }

    void runOrHold(Runnable work) {
        if (paused) {
            held.add(work);
        } else {
            work.run();
        }
    }

    @Override
    public Thread unstarted(String threadName, Runnable task) {
        return builder.name(name + "/" + threadName).unstarted(() -> live(task));
    }

    private void live(Runnable task) {
        threads.add(Thread.currentThread());
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            complaints.add(Thread.currentThread().getName() + " ended by " + e, e);
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    Set<Thread> threads() {
        return threads;
    }

    int alarms() {
        return alarms;
    }

    @Override
    public Instant instant() {
        return scheduler.now();
    }

    @Override
    public Alarm at(Instant time, Runnable action) {
        var alarm = new Pending(action);
        alarms++;
        scheduler.at(time, this, alarm);
        return alarm;
    }

    @Override
    public String toString() {
        return name;
    }

    private final class Pending implements Alarm, Runnable {
        private final Runnable action;
        private boolean over;

        Pending(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            if (end()) {
                action.run();
            }
        }

        @Override
        public void cancel() {
            end();
        }

        private boolean end() {
            boolean first = !over;
            if (first) {
                over = true;
                alarms--;
            }
            return first;
        }
    }
}
