package dev.runengine.store.redis;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps callers from waiting for a server that does not answer: it opens after some failures in a row, and from then on lets
 * one caller at a time try, after a pause that doubles. One success closes it. Safe for use by many threads.
 *
 * @see <a href="https://martinfowler.com/bliki/CircuitBreaker.html">Circuit Breaker</a>
 */
final class Circuit {
    private static final int FAILURES_TO_OPEN = 3;
    private static final int LONGEST_PAUSE_FACTOR = 4;

    private final long firstPause;
    private final LongSupplier nanoTime;
    private State state = State.CLOSED;
    private int failures;
    private long pause;
    private long pausedUntil;

    enum State {
        /** All may pass. */
        CLOSED,
        /** One is trying; nobody else may pass. */
        HALF_OPEN,
        /** Nobody may pass before the pause is over. */
        OPEN
    }

    Circuit(Duration firstPause, LongSupplier nanoTime) {
        this.firstPause = firstPause.toNanos();
        this.nanoTime = nanoTime;
        this.pause = this.firstPause;
    }

    synchronized State state() {
        return state;
    }

    /** Whether the caller may try. Whoever tried alone and never told how it went is succeeded after a pause. */
    synchronized boolean enter() {
        if (state == State.CLOSED) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (now - pausedUntil < 0) {
            return false;
        }
        state = State.HALF_OPEN;
        pausedUntil = now + pause;
        return true;
    }

    /** @return whether this closed it */
    synchronized boolean succeeded() {
        boolean closes = state != State.CLOSED;
        state = State.CLOSED;
        failures = 0;
        pause = firstPause;
        return closes;
    }

    /** @return whether this opened it, after it was closed */
    synchronized boolean failed() {
        failures++;
        if (state == State.CLOSED && failures < FAILURES_TO_OPEN) {
            return false;
        }
        boolean opens = state == State.CLOSED;
        if (state != State.OPEN) {
            pausedUntil = nanoTime.getAsLong() + pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE_FACTOR * firstPause);
        }
        state = State.OPEN;
        return opens;
    }
}
