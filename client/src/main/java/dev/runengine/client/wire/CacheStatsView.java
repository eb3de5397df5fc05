package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What the cache holds, and what it was good for.
 *
 * @param since from when on runs are counted, by their creation
 * @param hits results taken from the cache, of which the three that follow
 * @param misses look-ups that found nothing
 * @param hitRate hits among hits and misses; absent when there was neither
 * @param baseRunReuses results taken over from a base run, without asking the cache
 * @param spent on what was executed
 * @param savedByCache what those results had cost that were taken from the cache
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CacheStatsView(
        long entries,
        long sizeBytes,
        Instant since,
        long hits,
        long hitsHot,
        long hitsCold,
        long hitsInFlight,
        long misses,
        Optional<Double> hitRate,
        long baseRunReuses,
        CostView spent,
        CostView savedByCache,
        CostView savedByBaseRuns) {}
