package dev.runengine.runtime.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole engines under crashes, pauses, outages and hand-overs. A seed that breaks a rule is named, with what happened
 * before; {@code -Dseed=N} plays it again.
 */
class SimulationTest {
    private static final long FEW = 1_000;
    private static final long MANY = 10_000;

    @Test
    void noRuleBreaksWhateverGoesWrongInWhateverOrder() {
        var one = Long.getLong("seed");
        assertNoBreach(one == null ? LongStream.range(0, FEW) : LongStream.of(one));
    }

    @Test
    @Tag("long")
    void noRuleBreaksInManyMoreWorlds() {
        assertNoBreach(LongStream.range(FEW, MANY));
    }

    @Test
    void aSeedPlaysTheSameEachTime() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(digest(seed)).as("seed %d", seed).isEqualTo(digest(seed));
        }
    }

    private static long digest(long seed) {
        return Seeds.silently(() -> Seeds.play(seed, () -> Sabotage.NONE, false));
    }

    private static void assertNoBreach(LongStream seeds) {
        Seeds.firstBreach(seeds, () -> Sabotage.NONE).ifPresent(breach -> {
            throw breach;
        });
    }
}
