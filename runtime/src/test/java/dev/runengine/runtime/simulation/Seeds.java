package dev.runengine.runtime.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;

/** Plays worlds, many at a time, each on a thread of its own. */
final class Seeds {
    private static final int TRIES = 5;

    private Seeds() {}

    /** @return the first breach, with its story: one that its seed gives again, and so is none of a {@link Disturbance} */
    static Optional<Breach> firstBreach(LongStream seeds, Sabotage.Maker sabotage) {
        return silently(() -> seeds.parallel()
                .mapToObj(seed -> breach(seed, sabotage, false).flatMap(_ -> breach(seed, sabotage, true)))
                .flatMap(Optional::stream)
                .findFirst());
    }

    static Optional<Breach> breach(long seed, Sabotage.Maker sabotage, boolean traced) {
        try {
            play(seed, sabotage, traced);
            return Optional.empty();
        } catch (Breach breach) {
            return Optional.of(breach);
        }
    }

    /** @return the digest of all that happened */
    static long play(long seed, Sabotage.Maker sabotage, boolean traced) {
        for (int again = TRIES; ; again--) {
            try {
                return new World(seed, sabotage.make(), traced).play();
            } catch (Disturbance disturbance) {
                if (again == 0) {
                    throw disturbance;
                }
            }
        }
    }

    /** The engine warns of every fault that it meets, and there are many. */
    static <T> T silently(Supplier<T> work) {
        var logger = (Logger) LoggerFactory.getLogger("dev.runengine.runtime");
        var level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return work.get();
        } finally {
            logger.setLevel(level);
        }
    }
}
