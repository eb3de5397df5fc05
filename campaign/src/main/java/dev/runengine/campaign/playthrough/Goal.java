package dev.runengine.campaign.playthrough;

import java.util.Locale;
import java.util.OptionalLong;

/** How a play is meant to end. */
public enum Goal {
    WON,
    LOST;

    /** Enough for chances down to a tenth of a thousandth. */
    private static final long MOST_SEEDS = 100_000;

    /** The state in which the game then is. */
    public String state() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first seed whose decision serves this goal; empty when the game as configured decides otherwise always. */
    OptionalLong seed(double winProbability) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            if ((firstDraw((int) seed) < winProbability) == (this == WON)) {
                return OptionalLong.of(seed);
            }
        }
        return OptionalLong.empty();
    }

    /** The number that the player's generator (mulberry32) draws first, and by which it decides. */
    static double firstDraw(int seed) {
        int state = seed + 0x6d2b79f5;
        int mixed = (state ^ state >>> 15) * (1 | state);
        mixed = mixed + (mixed ^ mixed >>> 7) * (61 | mixed) ^ mixed;
        return Integer.toUnsignedLong(mixed ^ mixed >>> 14) / 4_294_967_296.0;
    }
}
