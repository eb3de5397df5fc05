package dev.runengine.server.cache;

import dev.runengine.client.wire.CacheEntryView;
import dev.runengine.client.wire.CacheStatsView;
import dev.runengine.client.wire.CostView;
import dev.runengine.runtime.port.CacheShelf.Entry;
import dev.runengine.runtime.port.CacheShelf.Stats;
import dev.runengine.runtime.port.CacheShelf.Total;
import java.time.Instant;
import java.util.Optional;

/** The cache as the API shows it. */
final class CacheViews {
    private CacheViews() {}

    static CacheEntryView of(Entry entry) {
        return new CacheEntryView(
                entry.key(),
                entry.workflowName(),
                entry.stepId(),
                entry.inputHash().hex(),
                entry.skillVersion().value(),
                entry.madeBy(),
                entry.durationMs(),
                entry.costMicros(),
                entry.sizeBytes(),
                entry.files(),
                entry.tags(),
                entry.createdAt(),
                entry.hits(),
                entry.lastHitAt());
    }

    static CacheStatsView of(Stats stats, Instant since) {
        long asked = stats.hits() + stats.misses();
        return new CacheStatsView(
                stats.entries(),
                stats.sizeBytes(),
                since,
                stats.hits(),
                stats.hitsHot(),
                stats.hitsCold(),
                stats.hitsInFlight(),
                stats.misses(),
                asked == 0 ? Optional.empty() : Optional.of((double) stats.hits() / asked),
                stats.baseRuns(),
                of(stats.spent()),
                of(stats.savedByHits()),
                of(stats.savedByBaseRuns()));
    }

    private static CostView of(Total total) {
        return new CostView(
                total.durationMs(), total.usage().costMicros(), total.usage().tokens());
    }
}
