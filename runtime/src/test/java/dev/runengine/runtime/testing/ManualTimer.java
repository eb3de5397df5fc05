package dev.runengine.runtime.testing;

import dev.runengine.runtime.port.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A clock that stands still until it is moved; alarms that come due ring on the thread that moves it. */
public final class ManualTimer implements Timer {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final List<Pending> pending = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private record Pending(Instant time, Runnable action) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public Alarm at(Instant time, Runnable action) {
        var alarm = new Pending(time, action);
        synchronized (this) {
            if (time.isAfter(now)) {
                pending.add(alarm);
                notifyAll();
                return () -> cancel(alarm);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void cancel(Pending alarm) {
        pending.removeIf(other -> other == alarm);
    }

    public void advance(Duration by) {
        List<Pending> due;
        synchronized (this) {
            now = now.plus(by);
            due = pending.stream()
                    .filter(alarm -> !alarm.time().isAfter(now))
                    .sorted(Comparator.comparing(Pending::time))
                    .toList();
            pending.removeAll(due);
        }
        due.forEach(alarm -> alarm.action().run());
    }

    /** Blocks until somebody has set an alarm for within this time, so that advancing the clock reaches it. */
    public synchronized void awaitAlarmWithin(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (pending.stream().noneMatch(alarm -> !alarm.time().isAfter(now.plus(time)))) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("nobody sets an alarm for within " + time);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
