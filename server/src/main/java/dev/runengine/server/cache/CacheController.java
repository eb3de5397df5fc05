package dev.runengine.server.cache;

import dev.runengine.client.wire.CacheEntryList;
import dev.runengine.client.wire.CacheStatsView;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.server.parameter.ListLimit;
import dev.runengine.server.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the cache holds and what it was good for. */
@RestController
@RequestMapping("/api/v1/cache")
final class CacheController {
    private static final Duration COUNTED = Duration.ofDays(7);

    private final CacheShelf shelf;
    private final SystemTimer clock;

    CacheController(CacheShelf shelf, SystemTimer clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    @GetMapping("/entries")
    CacheEntryList entries(
            Tenant tenant,
            @RequestParam Optional<String> workflowName,
            @RequestParam Optional<String> stepId,
            @RequestParam Optional<String> skillVersion,
            @RequestParam Optional<String> tag,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor) {
        var filter = new CacheShelf.Filter(workflowName, stepId, skillVersion, tag);
        var page = shelf.entries(tenant.id(), filter, cursor.map(EntryCursor::read), ListLimit.of(limit));
        return new CacheEntryList(
                page.entries().stream().map(CacheViews::of).toList(),
                page.next().map(EntryCursor::text));
    }

    /** Of the last seven days unless said. */
    @GetMapping("/stats")
    CacheStatsView stats(Tenant tenant, @RequestParam Optional<Instant> since) {
        var from = since.orElseGet(() -> clock.instant().minus(COUNTED).truncatedTo(ChronoUnit.SECONDS));
        return CacheViews.of(shelf.stats(tenant.id(), from), from);
    }
}
