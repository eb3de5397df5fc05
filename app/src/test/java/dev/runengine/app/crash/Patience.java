package dev.runengine.app.crash;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what another process does and nobody tells of. */
final class Patience {
    private static final Duration LOOK = Duration.ofMillis(5);

    private Patience() {}

    /** @throws AssertionError when it does not come true in time */
    static void until(String what, Duration longest, BooleanSupplier condition) {
        found(what, longest, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** @throws AssertionError when it is not found in time */
    static <T> T found(String what, Duration longest, Supplier<Optional<T>> search) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            var found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + longest + ": " + what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
