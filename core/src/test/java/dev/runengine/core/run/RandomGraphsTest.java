package dev.runengine.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random workflows under random luck: failures, retries, cancels, lost owners, cache answers, late events. Run one again
 * with {@code -Dseed=N}.
 */
class RandomGraphsTest {
    private static final int SEEDS = 600;

    @Test
    void everyRunEndsAndNoRuleIsBroken() {
        var endings = new EnumMap<RunStatus, Integer>(RunStatus.class);
        seeds().forEach(seed -> endings.merge(play(seed), 1, Integer::sum));

        if (Long.getLong("seed") == null) {
            assertThat(endings)
                    .as("all endings are seen")
                    .containsOnlyKeys(RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.CANCELLED);
        }
    }

    private static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
    }

    private static RunStatus play(long seed) {
        try {
            return new RandomRun(new Random(seed)).toTheEnd();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + " (run it again with -Dseed=" + seed + "): " + e.getMessage(), e);
        }
    }
}
