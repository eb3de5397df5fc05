package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.port.CacheShelf;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the {@link InMemoryStore} has kept, and what it was good for. */
public final class InMemoryCacheShelf implements CacheShelf {
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::workflowName)
            .thenComparing(Entry::stepId)
            .thenComparing(Entry::id, Comparator.reverseOrder());

    private final InMemoryStore store;

    public InMemoryCacheShelf(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page entries(String tenant, Filter filter, Optional<Cursor> after, int limit) {
        var found = store.results().entries(tenant).stream()
                .filter(entry -> fits(entry, filter))
                .sorted(ORDER)
                .filter(entry -> after.isEmpty() || isAfter(entry, after.get()))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit);
    }

    @Override
    public Removal matching(String tenant, Filter filter) {
        return removal(store.results().entries(tenant).stream()
                .filter(entry -> fits(entry, filter))
                .toList());
    }

    @Override
    public Removal invalidate(String tenant, Filter filter, Instant at) {
        return removal(store.results().delete(tenant, MissReason.INVALIDATED, at, entry -> fits(entry, filter)));
    }

    private static Removal removal(List<Entry> entries) {
        return new Removal(
                entries.size(), entries.stream().mapToLong(Entry::sizeBytes).sum());
    }

    private static boolean fits(Entry entry, Filter filter) {
        return filter.workflowName().map(entry.workflowName()::equals).orElse(true)
                && filter.stepId().map(entry.stepId()::equals).orElse(true)
                && filter.inputHash().map(entry.inputHash()::equals).orElse(true)
                && filter.skillVersion()
                        .map(entry.skillVersion().value()::equals)
                        .orElse(true)
                && filter.tag().map(entry.tags()::contains).orElse(true);
    }

    private static boolean isAfter(Entry entry, Cursor cursor) {
        int byPlace = Comparator.comparing(Cursor::workflowName)
                .thenComparing(Cursor::stepId)
                .compare(new Cursor(entry.workflowName(), entry.stepId(), entry.id()), cursor);
        return byPlace > 0 || (byPlace == 0 && entry.id() < cursor.id());
    }

    @Override
    public Stats stats(String tenant, Instant since) {
        var entries = store.results().entries(tenant);
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        var totals = new EnumMap<Kind, Total>(Kind.class);
        synchronized (store) {
            for (var run : store.all()) {
                if (run.asked().tenant().equals(tenant)
                        && !run.asked().createdAt().isBefore(since)) {
                    count(run, counts, totals);
                }
            }
        }
        return new Stats(
                entries.size(),
                entries.stream().mapToLong(Entry::sizeBytes).sum(),
                of(counts, Verdict.HIT_HOT),
                of(counts, Verdict.HIT_COLD),
                of(counts, Verdict.HIT_IN_FLIGHT),
                of(counts, Verdict.MISS),
                of(counts, Verdict.BASE_RUN),
                totals.getOrDefault(Kind.SPENT, Total.NOTHING),
                totals.getOrDefault(Kind.SAVED_BY_HITS, Total.NOTHING),
                totals.getOrDefault(Kind.SAVED_BY_BASE_RUNS, Total.NOTHING));
    }

    private enum Kind {
        SPENT,
        SAVED_BY_HITS,
        SAVED_BY_BASE_RUNS
    }

    private static Kind kind(Verdict verdict) {
        return switch (verdict.origin()) {
            case EXECUTED -> Kind.SPENT;
            case HOT_CACHE, COLD_CACHE, IN_FLIGHT -> Kind.SAVED_BY_HITS;
            case BASE_RUN -> Kind.SAVED_BY_BASE_RUNS;
        };
    }

    private static long of(Map<Verdict, Long> counts, Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    private static void count(MemoryRun run, Map<Verdict, Long> counts, Map<Kind, Total> totals) {
        for (int step = 0; step < run.steps.size(); step++) {
            var state = run.steps.get(step);
            MemoryViews.decision(state).ifPresent(decision -> counts.merge(decision.verdict(), 1L, Long::sum));
            if (state instanceof StepState.Done done) {
                done.madeBy(run.asked().runId())
                        .ifPresent(made -> totals.merge(
                                kind(done.decision().verdict()), Total.NOTHING.plus(made), (sum, _) -> sum.plus(made)));
            }
        }
    }
}
