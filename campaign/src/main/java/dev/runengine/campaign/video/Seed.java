package dev.runengine.campaign.video;

import dev.runengine.campaign.random.SplitMix;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes one video differ from the next. */
final class Seed {
    /** JSON numbers are doubles: larger integers would not survive in the output. */
    private static final int BITS_BEYOND_A_DOUBLE = 11;

    private Seed() {}

    /** The given seed, or one that follows from all of the input. */
    static long of(@Nullable Long given, Record input) {
        return Objects.requireNonNullElseGet(given, () -> SplitMix.seed(input.toString()) >>> BITS_BEYOND_A_DOUBLE);
    }
}
