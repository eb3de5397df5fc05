package dev.runengine.runtime.port;

import dev.runengine.runtime.ids.Uuids;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Time, threads and chance: all that the engine takes from the process it runs in. Nothing in the engine waits by another
 * clock, starts a thread elsewhere or throws other dice, so whoever gives these decides every order of events.
 *
 * @param random used by many threads at once
 */
public record Host(Timer timer, Threads threads, RandomGenerator random) {

    /** The process itself. */
    public static Host of(Timer timer) {
        return new Host(timer, Threads.virtual(), new SecureRandom());
    }

    public Instant now() {
        return timer.instant();
    }

    public UUID newId() {
        return Uuids.v7(now(), random);
    }
}
