package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.CacheShelf.Cursor;
import dev.runengine.runtime.port.CacheShelf.Entry;
import dev.runengine.runtime.port.CacheShelf.Filter;
import dev.runengine.runtime.port.CacheShelf.Removal;
import dev.runengine.runtime.port.CacheShelf.Total;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of the cache: what it holds, and what it was good for. */
public abstract class CacheShelfContract extends StoreContract {
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void entriesAreListedByStepWithWhatTheyCost() throws InterruptedException {
        var run = completed(newRun("acme")).runId();

        var entries = entries("acme", Filter.ALL);
        assertThat(entries).extracting(Entry::stepId).containsExactly("a", "b");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.workflowName()).isEqualTo(FLOW.name());
            assertThat(entry.madeBy()).isEqualTo(run);
            assertThat(entry.durationMs()).isEqualTo(42);
            assertThat(entry.costMicros()).isEqualTo(7);
            assertThat(entry.sizeBytes()).isEqualTo(10); // {"of":"a"}
            assertThat(entry.key()).startsWith(FLOW.name() + ":" + entry.stepId() + ":");
        });
        assertThat(entries("other", Filter.ALL)).isEmpty();
    }

    @Test
    void aListIsNarrowed() throws InterruptedException {
        completed(newRun("acme"));
        var versioned = owned(newRun("acme")).skill("2+test@1");
        versioned.commit(versioned.claim());
        versioned.commit(versioned.succeed("a"));

        assertThat(entries("acme", filter(Optional.of("a"), Optional.empty()))).hasSize(2);
        assertThat(entries("acme", filter(Optional.empty(), Optional.of("2+test@1"))))
                .extracting(Entry::stepId)
                .containsExactly("a");
        assertThat(entries("acme", new Filter(Optional.of("no.such"), NONE, Optional.empty(), NONE, NONE)))
                .isEmpty();
        assertThat(entries("acme", new Filter(NONE, NONE, Optional.empty(), NONE, Optional.of("no-such-tag"))))
                .isEmpty();
    }

    @Test
    void pagesShowEveryEntryOnce() throws InterruptedException {
        var other = TestFlows.compile(TestFlows.flow("another.flow", "a", "b <- a"));
        register(other);
        for (var version : List.of("1", "2", "3")) {
            for (var workflow : List.of(FLOW, other)) {
                var run = owned(newRun("acme", workflow, T0, 0, Optional.empty(), CacheFlags.DEFAULT))
                        .skill(version + "+test@1");
                run.commit(run.claim());
                run.commit(run.succeed("a"));
                run.commit(run.succeed("b"));
            }
        }

        var shown = new ArrayList<Entry>();
        var cursor = Optional.<Cursor>empty();
        do {
            var page = store.shelf().entries("acme", Filter.ALL, cursor, 5);
            shown.addAll(page.entries());
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(shown).hasSize(12).doesNotHaveDuplicates();
        assertThat(shown).extracting(Entry::workflowName).isSorted();
        assertThat(shown.subList(0, 3)).extracting(Entry::stepId).containsOnly("a");
        assertThat(shown.subList(0, 3)).extracting(Entry::id).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void savingsAreWhatTheExecutionsCostThatWereNotRepeated() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var again = owned(newRun("acme"));
        again.commit(again.claim());
        var change = new NewRun.Change("nothing", Json.object(), false);
        var base = Optional.of(new NewRun.BaseOf(again.runId(), Optional.of(change)));
        var update = owned(newRun("acme", FLOW, T0, 0, base, CacheFlags.DEFAULT));
        update.commit(update.claim());

        store.forget(first);
        var stats = store.shelf().stats("acme", T0);
        assertThat(stats.entries()).isEqualTo(2);
        assertThat(stats.sizeBytes()).isEqualTo(20);
        assertThat(stats.misses()).as("of a run that is gone").isZero();
        assertThat(stats.hits()).isEqualTo(2);
        assertThat(stats.baseRuns()).isEqualTo(2);
        assertThat(stats.spent()).isEqualTo(Total.NOTHING);
        assertThat(stats.savedByHits()).isEqualTo(new Total(84, new Usage(14, 16)));
        assertThat(stats.savedByBaseRuns()).isEqualTo(new Total(84, new Usage(14, 16)));
    }

    @Test
    void runsThatAreNotCompletedCountWithWhatTheyHaveDoneSoFar() throws InterruptedException {
        var run = owned(newRun("acme"));
        run.commit(run.claim());
        run.commit(run.succeed("a"));

        var soFar = store.shelf().stats("acme", T0);
        assertThat(soFar.misses()).isEqualTo(2);
        assertThat(soFar.spent()).isEqualTo(new Total(42, new Usage(7, 8)));
        run.commit(run.reject("b"));
        var failed = store.shelf().stats("acme", T0);
        assertThat(failed.spent()).isEqualTo(new Total(42, new Usage(7, 8)));
    }

    @Test
    void onlyWhatRunsDidSinceThenIsCountedAndOnlyOnesOwn() throws InterruptedException {
        completed(newRun("acme"));

        var stats = store.shelf().stats("acme", T0);
        assertThat(stats.misses()).isEqualTo(2);
        assertThat(stats.spent()).isEqualTo(new Total(84, new Usage(14, 16)));
        assertThat(stats.savedByHits()).isEqualTo(Total.NOTHING);
        assertThat(store.shelf()
                        .stats("acme", Instant.parse("2027-01-01T00:00:00Z"))
                        .misses())
                .isZero();
        assertThat(store.shelf().stats("other", T0).misses()).isZero();
        assertThat(store.shelf().stats("other", T0).entries()).isZero();
    }

    @Test
    void whatWasInvalidatedIsGoneAndALaterMissSaysSo() throws InterruptedException {
        var made = completed(newRun("acme")).runId();
        var onlyA = filter(Optional.of("a"), NONE);
        assertThat(store.shelf().matching("acme", onlyA)).isEqualTo(new Removal(1, 10));
        assertThat(entries("acme", Filter.ALL)).as("a look deletes nothing").hasSize(2);

        assertThat(store.shelf().invalidate("acme", onlyA, T0)).isEqualTo(new Removal(1, 10));
        assertThat(entries("acme", Filter.ALL)).extracting(Entry::stepId).containsExactly("b");
        assertThat(decisionOfTheNext(newRun("acme")))
                .isEqualTo(StepDecision.miss(MissReason.INVALIDATED, Optional.of(made)));
    }

    @Test
    void whatIsStoredAfterAnInvalidationIsFoundAgain() throws InterruptedException {
        completed(newRun("acme"));
        store.shelf().invalidate("acme", filter(NONE, NONE), T0);
        completed(newRun("acme"));
        assertThat(entries("acme", Filter.ALL)).hasSize(2);
        assertThat(store.shelf().invalidate("acme", filter(NONE, NONE), T0).entries())
                .as("a second time")
                .isEqualTo(2);
    }

    @Test
    void anInvalidationByInputSparesOtherInputsAndNeverReachesAnotherTenant() throws InterruptedException {
        completed(newRun("acme"));
        completed(newRun("other"));
        var hash = entries("acme", filter(Optional.of("b"), NONE)).getFirst().inputHash();
        var byInput = new Filter(NONE, NONE, Optional.of(hash), NONE, NONE);

        assertThat(store.shelf().invalidate("acme", byInput, T0).entries()).isOne();
        assertThat(entries("acme", Filter.ALL)).extracting(Entry::stepId).containsExactly("a");
        assertThat(entries("other", Filter.ALL)).hasSize(2);
    }

    @Test
    void aTagIsThatOfTheRunWhichExecuted() throws InterruptedException {
        completed(newRun("acme"));
        var again = owned(tagged("weekly", CacheFlags.DEFAULT));
        again.commit(again.claim());
        assertThat(again.state().over()).as("it reused both").isTrue();
        assertThat(entries("acme", Filter.ALL)).extracting(Entry::tags).containsOnly(List.of("nightly"));

        completed(tagged("weekly", new CacheFlags(false, true, true)));
        assertThat(entries("acme", Filter.ALL)).extracting(Entry::tags).containsOnly(List.of("weekly"));
    }

    @Test
    void whatRunsWithATagHaveExecutedIsListedAndInvalidatedByIt() throws InterruptedException {
        completed(newRun("acme"));
        var weekly = owned(tagged("weekly", CacheFlags.DEFAULT)).skill("2+test@1");
        weekly.commit(weekly.claim());
        weekly.commit(weekly.succeed("a"));
        assertThat(entries("acme", byTag("weekly"))).extracting(Entry::madeBy).containsExactly(weekly.runId());
        assertThat(store.shelf().matching("acme", byTag("nightly"))).isEqualTo(new Removal(2, 20));
        assertThat(store.shelf().matching("acme", byTag("night"))).isEqualTo(new Removal(0, 0));
        assertThat(entries("acme", Filter.ALL)).as("a look deletes nothing").hasSize(3);

        assertThat(store.shelf().invalidate("acme", byTag("nightly"), T0)).isEqualTo(new Removal(2, 20));
        assertThat(entries("acme", Filter.ALL)).extracting(Entry::madeBy).containsExactly(weekly.runId());
    }

    private static NewRun tagged(String tag, CacheFlags cache) {
        return new NewRun(
                Uuids.v7(T0),
                "acme",
                FLOW,
                newRun("acme").trigger(),
                Optional.empty(),
                cache,
                0,
                Optional.empty(),
                List.of(tag),
                T0);
    }

    private static Filter byTag(String tag) {
        return new Filter(NONE, NONE, Optional.empty(), NONE, Optional.of(tag));
    }

    private static Filter filter(Optional<String> step, Optional<String> skill) {
        return new Filter(NONE, step, Optional.empty(), skill, NONE);
    }

    private List<Entry> entries(String tenant, Filter filter) {
        return store.shelf().entries(tenant, filter, Optional.empty(), 100).entries();
    }
}
