package dev.runengine.server.cache;

import dev.runengine.client.wire.CacheEntryList;
import dev.runengine.client.wire.CacheRemovalView;
import dev.runengine.client.wire.CacheStatsView;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.server.parameter.ListLimit;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import dev.runengine.server.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the cache holds and what it was good for; deleting of it. */
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
            @RequestParam Optional<String> inputHash,
            @RequestParam Optional<String> skillVersion,
            @RequestParam Optional<String> tag,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor) {
        var filter = new CacheShelf.Filter(workflowName, stepId, hash(inputHash), skillVersion, tag);
        var page = shelf.entries(tenant.id(), filter, cursor.map(EntryCursor::read), ListLimit.of(limit));
        return new CacheEntryList(
                page.entries().stream().map(CacheViews::of).toList(),
                page.next().map(EntryCursor::text));
    }

    /** Deletes what fits all that is given; with {@code dryRun} only says how much that is. */
    @DeleteMapping("/entries")
    CacheRemovalView invalidate(
            Tenant tenant,
            @RequestParam Optional<String> workflowName,
            @RequestParam Optional<String> stepId,
            @RequestParam Optional<String> inputHash,
            @RequestParam Optional<String> skillVersion,
            @RequestParam Optional<String> tag,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        var filter = new CacheShelf.Filter(workflowName, stepId, hash(inputHash), skillVersion, tag);
        if (filter.equals(CacheShelf.Filter.ALL)) {
            throw ApiProblem.invalid(
                    "say what to invalidate: workflowName, stepId, inputHash, skillVersion or tag", List.of());
        }
        var removal =
                dryRun ? shelf.matching(tenant.id(), filter) : shelf.invalidate(tenant.id(), filter, clock.instant());
        return new CacheRemovalView(removal.entries(), removal.sizeBytes(), dryRun);
    }

    private static Optional<ContentHash> hash(Optional<String> text) {
        try {
            return text.map(ContentHash::new);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.invalid(
                    "inputHash is 64 lower-case hexadecimal digits, as cache/entries shows them",
                    List.of(ApiProblem.place("inputHash", PlaceCode.INVALID_VALUE, String.valueOf(e.getMessage()))));
        }
    }

    /** Of the last seven days unless said. */
    @GetMapping("/stats")
    CacheStatsView stats(Tenant tenant, @RequestParam Optional<Instant> since) {
        var from = since.orElseGet(() -> clock.instant().minus(COUNTED).truncatedTo(ChronoUnit.SECONDS));
        return CacheViews.of(shelf.stats(tenant.id(), from), from);
    }
}
