package dev.runengine.store.journal;

import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.port.CacheShelf.Total;
import dev.runengine.store.journal.Rows.Row;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of {@code runs} that sum up the steps of a completed run, all of which are done. */
final class SumColumns {
    private static final String SPENT = "spent";
    private static final String SAVED_BY_HITS = "hits_saved";
    private static final String SAVED_BY_BASE = "base_saved";

    private SumColumns() {}

    static void write(Row row, RunState run) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        var totals = new HashMap<String, Total>();
        for (var step : run.steps()) {
            if (step instanceof StepState.Done done) {
                var verdict = done.decision().verdict();
                counts.merge(verdict, 1, Integer::sum);
                done.madeBy(run.runId())
                        .ifPresent(made ->
                                totals.merge(kind(verdict), Total.NOTHING.plus(made), (sum, _) -> sum.plus(made)));
            }
        }
        count(row, counts);
        List.of(SPENT, SAVED_BY_HITS, SAVED_BY_BASE)
                .forEach(kind -> total(row, kind, totals.getOrDefault(kind, Total.NOTHING)));
    }

    private static String kind(Verdict verdict) {
        return switch (verdict.origin()) {
            case EXECUTED -> SPENT;
            case HOT_CACHE, COLD_CACHE, IN_FLIGHT -> SAVED_BY_HITS;
            case BASE_RUN -> SAVED_BY_BASE;
        };
    }

    private static void count(Row row, Map<Verdict, Integer> counts) {
        row.with("hits_hot", counts.getOrDefault(Verdict.HIT_HOT, 0))
                .with("hits_cold", counts.getOrDefault(Verdict.HIT_COLD, 0))
                .with("hits_in_flight", counts.getOrDefault(Verdict.HIT_IN_FLIGHT, 0))
                .with("misses", counts.getOrDefault(Verdict.MISS, 0))
                .with("base_reuses", counts.getOrDefault(Verdict.BASE_RUN, 0));
    }

    private static void total(Row row, String kind, Total total) {
        row.with(kind + "_ms", total.durationMs())
                .with(kind + "_micros", total.usage().costMicros())
                .with(kind + "_tokens", total.usage().tokens());
    }
}
