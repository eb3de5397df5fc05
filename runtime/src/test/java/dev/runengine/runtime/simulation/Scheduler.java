package dev.runengine.runtime.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is ready one piece at a time, in an order that only chance decides, on a clock that moves when nothing is
 * ready. Now and then the clock moves although something is: a machine may be slow.
 */
final class Scheduler {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SLOW_ONE_IN = 60;
    private static final long SLOW_BY_AT_MOST_MS = 50;

    private final RandomGenerator random;
    private final Thread thread = Thread.currentThread();
    private final List<Piece> ready = new ArrayList<>();
    private final PriorityQueue<Ring> rings = new PriorityQueue<>();
    private volatile @Nullable String disturber;
    private long nowMs;
    private long ringsSet;
    private long digest;
    private long pieces;

    /** What one life has to do next. */
    private record Piece(Life life, Runnable work) {}

    private record Ring(long atMs, long number, Life life, Runnable work) implements Comparable<Ring> {
        @Override
        public int compareTo(Ring other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    Scheduler(RandomGenerator random) {
        this.random = random;
    }

    Instant now() {
        return START.plusMillis(nowMs);
    }

    /** Since the beginning. */
    long nowMs() {
        return nowMs;
    }

    /** The same for the same order of events, and hardly ever for another. */
    long digest() {
        return digest;
    }

    /** How many pieces have run. */
    long pieces() {
        return pieces;
    }

    void ready(Life life, Runnable work) {
        if (!Thread.currentThread().isVirtual() && Thread.currentThread() != thread) {
            disturber = Thread.currentThread().getName(); // it is the JVM's own, and must not be broken by us
            return;
        }
        ready.add(new Piece(life, work));
    }

    void at(Instant time, Life life, Runnable work) {
        long atMs = Math.max(nowMs, Duration.between(START, time).toMillis());
        rings.add(new Ring(atMs, ringsSet++, life, work));
    }

    /** @return false when nothing is ready and nothing ever will be */
    boolean step() {
        var outsider = disturber;
        if (outsider != null) {
            throw new Disturbance(outsider);
        }
        if (ready.isEmpty() || isSlow()) {
            if (rings.isEmpty()) {
                return !ready.isEmpty();
            }
            passTime();
        }
        if (!ready.isEmpty()) {
            runAny();
        }
        return true;
    }

    private boolean isSlow() {
        return random.nextInt(SLOW_ONE_IN) == 0
                && !rings.isEmpty()
                && rings.element().atMs() - nowMs <= SLOW_BY_AT_MOST_MS;
    }

    private void passTime() {
        nowMs = rings.element().atMs();
        while (!rings.isEmpty() && rings.element().atMs() == nowMs) {
            var ring = rings.remove();
            ring.life().execute(ring.work());
        }
    }

    private void runAny() {
        pieces++;
        int chosen = random.nextInt(ready.size());
        var piece = ready.get(chosen);
        ready.set(chosen, ready.getLast());
        ready.removeLast();
        digest = digest * 31 + nowMs * 7 + chosen;
        if (!piece.life().isDead()) {
            piece.life().runOrHold(piece.work());
        }
    }
}
