package dev.runengine.client;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sends a request again when no answer came, or none from a server that could give one. Only for requests that are carried
 * out once, however often they come. Safe for use by many threads.
 */
final class Repeating {
    /** Long enough for a database or a proxy to come back; a person still waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long FIRST_PAUSE_MS = 100;
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final LongSupplier nanoTime;
    private final Pause pause;

    /** Waits that long. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    Repeating() {
        this(System::nanoTime, Thread::sleep);
    }

    Repeating(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** What is answered in the end; when patience is over, the last failure. */
    <T> T until(Supplier<T> answered) {
        long end = nanoTime.getAsLong() + PATIENCE.toNanos();
        for (int repeats = 0; ; repeats++) {
            try {
                return answered.get();
            } catch (ServerUnreachableException | RunEngineException failure) {
                var wait = pauseAfter(failure, repeats);
                if (wait.isEmpty() || nanoTime.getAsLong() + wait.get().toNanos() > end || !passed(wait.get())) {
                    throw failure;
                }
            }
        }
    }

    /** Empty when sending it again would be of no use: where nobody listens at first, there is no server to wait for. */
    private static Optional<Duration> pauseAfter(RuntimeException failure, int repeats) {
        return switch (failure) {
            case ServerUnreachableException e
            when repeats == 0 && e.getCause() instanceof ConnectException -> Optional.empty();
            case ServerUnreachableException _ -> Optional.of(backOff(repeats));
            case RunEngineException e
            when PASSING.contains(e.problem().status()) ->
                Optional.of(longer(backOff(repeats), e.retryAfter().orElse(Duration.ZERO)));
            case RuntimeException _ -> Optional.empty();
        };
    }

    /** Doubled each time, and of random length, so that those who were refused together do not come back together. */
    private static Duration backOff(int repeats) {
        long longest = FIRST_PAUSE_MS << Math.min(repeats, 10);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean passed(Duration wait) {
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
