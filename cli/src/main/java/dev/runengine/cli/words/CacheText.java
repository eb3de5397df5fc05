package dev.runengine.cli.words;

import dev.runengine.client.wire.CacheRemovalView;
import dev.runengine.client.wire.CacheStatsView;
import java.util.List;
import java.util.Locale;

/** What the cache holds and what it was good for. */
public final class CacheText {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private CacheText() {}

    public static List<String> of(CacheStatsView stats) {
        return List.of(
                "The cache holds %d results, %s.".formatted(stats.entries(), size(stats.sizeBytes())),
                "Runs since %s asked it %d times:".formatted(stats.since(), stats.hits() + stats.misses()),
                "  %d had a result (%s), which saved %s"
                        .formatted(stats.hits(), rate(stats), CostText.amount(stats.savedByCache())),
                "  %d had to be executed".formatted(stats.misses()),
                "All that was executed took %s.".formatted(CostText.amount(stats.spent())),
                "Updates took %d results from their base runs, which saved %s."
                        .formatted(stats.baseRunReuses(), CostText.amount(stats.savedByBaseRuns())));
    }

    public static String of(CacheRemovalView removal) {
        return "%d results, %s%s"
                .formatted(removal.entries(), size(removal.sizeBytes()), removal.dryRun() ? "" : ": deleted");
    }

    /** In decimal units, as disks are sold. */
    public static String size(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.95 && unit < UNITS.size() - 1) {
            amount /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS.get(unit));
    }

    private static String rate(CacheStatsView stats) {
        return stats.hitRate()
                .map(rate -> String.format(Locale.ROOT, "%.0f %%", 100 * rate))
                .orElse("no rate yet");
    }
}
