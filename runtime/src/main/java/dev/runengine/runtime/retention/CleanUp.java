package dev.runengine.runtime.retention;

import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.CacheShelf.Removal;
import dev.runengine.runtime.port.RetentionStore;
import dev.runengine.runtime.port.RetentionStore.Age;
import dev.runengine.runtime.retention.Retention.Rule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Deletes what need not be kept: first what the rules let go, then what nothing names any more, files last. An interrupt
 * ends it early; where it was broken off, the next time goes on. Two at once do no harm.
 *
 * <p>A file is safe for three reasons: who is about to record it has just stored it, which is less than the grace ago;
 * nobody can store it while it is found out that nothing names it; and no record of a file comes to be named that nothing
 * named before.
 */
public final class CleanUp {
    /** In one transaction: as much as nobody minds waiting for. A run takes its steps and events along. */
    private static final int RUNS = 500;

    private static final int ROWS = 5000;
    /** How long a miss is told that its result was deleted. */
    private static final Duration DELETION_REMEMBERED = Duration.ofDays(90);

    private final RetentionStore store;
    private final ArtifactStore files;
    private final Retention retention;
    private final Duration grace;
    private final InstantSource clock;

    /**
     * @param grace longer than any file waits between being stored and being recorded, which is at the end of the step that
     *     makes it
     */
    public CleanUp(
            RetentionStore store, ArtifactStore files, Retention retention, Duration grace, InstantSource clock) {
        this.store = store;
        this.files = files;
        this.retention = retention;
        this.grace = grace;
        this.clock = clock;
    }

    /** @throws dev.runengine.runtime.port.StoreUnavailableException when the store goes out of reach; what is done is done */
    public Cleaned clean() throws IOException {
        var now = clock.instant();
        var cleaned = Cleaned.NOTHING;
        for (var tenant : store.tenants()) {
            cleaned = cleaned.plus(rows(tenant, retention.of(tenant), now));
        }
        var old = now.minus(grace);
        var unnamed = new UnnamedFiles(store, files, old);
        files.visitUntouched(old, unnamed);
        return cleaned.plus(unnamed.deleted());
    }

    private Cleaned rows(String tenant, Rule rule, Instant now) {
        long runs = rule.runs()
                .map(kept -> all(() -> store.forgetRuns(tenant, now.minus(kept), RUNS)))
                .orElse(0L);
        var age =
                new Age(rule.resultsMade().map(now::minus), rule.resultsUnused().map(now::minus));
        long results = removed(() -> store.expireResults(tenant, age, now, ROWS));
        if (rule.resultBytes().isPresent()) {
            results +=
                    removed(() -> store.evictResults(tenant, rule.resultBytes().getAsLong(), now, ROWS));
        }
        store.forgetDeletions(tenant, now.minus(DELETION_REMEMBERED));
        var old = now.minus(grace);
        long artifacts = all(() -> store.forgetArtifacts(tenant, old, ROWS));
        long inputs = runs == 0 // nothing else leaves inputs behind
                ? 0
                : all(() -> store.forgetInputs(tenant, old, ROWS));
        return new Cleaned(runs, results, artifacts, inputs, 0, 0);
    }

    private static long all(IntSupplier batch) {
        long all = 0;
        int some = 1;
        while (some > 0 && !isToldToStop()) {
            some = batch.getAsInt();
            all += some;
        }
        return all;
    }

    static boolean isToldToStop() {
        return Thread.currentThread().isInterrupted();
    }

    private static long removed(Supplier<Removal> batch) {
        return all(() -> (int) batch.get().entries());
    }
}
