package dev.runengine.client;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sends a request again when it was not answered, or the server could not serve it then. Only for requests that the server
 * carries out once, however often they come. Safe for use by many threads.
 */
final class Repeating {
    private static final int UNAVAILABLE = 503;
    /** Long enough for the database or a proxy to come back; a person still waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final LongSupplier nanoTime;
    private final Pause pause;

    /** Waits that long. */
    @FunctionalInterface
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    Repeating() {
        this(System::nanoTime, Thread::sleep);
    }

    Repeating(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** What was answered in the end, or the last failure. */
    <T> T of(Supplier<T> request) {
        long end = nanoTime.getAsLong() + PATIENCE.toNanos();
        var next = FIRST_PAUSE;
        boolean again = false;
        while (true) {
            RuntimeException failure;
            Duration wait;
            try {
                return request.get();
            } catch (ServerUnreachableException e) {
                failure = e;
                wait = jittered(next);
                if (!again && e.getCause() instanceof ConnectException) {
                    throw e; // there is no server, rather than one that has a bad moment
                }
            } catch (RunEngineException e) {
                failure = e;
                wait = e.retryAfter().orElse(jittered(next));
                if (e.problem().status() != UNAVAILABLE) {
                    throw e;
                }
            }
            if (nanoTime.getAsLong() + wait.toNanos() > end || !waited(wait)) {
                throw failure;
            }
            next = next.multipliedBy(2);
            again = true;
        }
    }
}
