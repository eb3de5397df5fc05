package dev.runengine.cli.progress;

import java.time.Duration;
import java.util.Locale;

/** Durations as a person reads them: {@code 85 ms}, {@code 4.2 s}, {@code 12:07 min}. */
public final class DurationText {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private DurationText() {}

    public static String of(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            // Cut, not rounded: 59.96 s must not read as 60.0 s.
            return String.format(Locale.ROOT, "%d.%d s", millis / SECOND, millis % SECOND / 100);
        }
        return "%d:%02d min".formatted(millis / MINUTE, millis % MINUTE / SECOND);
    }

    /** A running clock, such as {@code 0:41}. */
    static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
