package dev.runengine.runtime.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;

/** Plays worlds, many at a time, each on a thread of its own. */
final class Seeds {
    private Seeds() {}

    /** @return the first breach; played again with its story when it is found */
    static Optional<Breach> firstBreach(LongStream seeds, Sabotage.Maker sabotage) {
        return silently(() -> seeds.parallel()
                .mapToObj(seed -> breach(seed, sabotage, false))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(found -> breach(found.seed(), sabotage, true)));
    }

    static Optional<Breach> breach(long seed, Sabotage.Maker sabotage, boolean traced) {
        try {
            new World(seed, sabotage.make(), traced).play();
            return Optional.empty();
        } catch (Breach breach) {
            return Optional.of(breach);
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
