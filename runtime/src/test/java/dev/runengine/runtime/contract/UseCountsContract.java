package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.port.CacheShelf.Entry;
import dev.runengine.runtime.port.CacheShelf.Filter;
import dev.runengine.runtime.port.UseCounts.Use;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How reuses of cached results are counted. */
public abstract class UseCountsContract extends StoreContract {
    protected static final Instant T1 = T0.plusSeconds(60);

    @Test
    void aResultThatNobodyReusedHasNoHits() throws InterruptedException {
        completed(newRun("acme"));

        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.hits()).isZero();
            assertThat(entry.lastHitAt()).isEmpty();
        });
    }

    @Test
    void reusesAddUpAndTheLatestTimeStays() throws InterruptedException {
        var run = completed(newRun("acme"));
        var a = ref(run, "a");
        var b = ref(run, "b");

        assertThat(store.uses().add(Map.of(a, new Use(2, T1), b, new Use(1, T0))))
                .isEmpty();
        assertThat(store.uses().add(Map.of(a, new Use(3, T0)))).isEmpty();
        assertThat(entries()).extracting(Entry::hits).containsExactly(5L, 1L);
        assertThat(entries()).extracting(Entry::lastHitAt).containsExactly(Optional.of(T1), Optional.of(T0));
    }

    @Test
    void nothingIsCounted() {
        assertThat(store.uses().add(Map.of())).isEmpty();
    }

    @Test
    void aResultThatWasReplacedStartsAgainAndWhatWasReusedOfTheOldOneIsOver() throws InterruptedException {
        var run = completed(newRun("acme"));
        var old = ref(run, "a");
        store.uses().add(Map.of(old, new Use(2, T1)));
        completed(newRun("acme", FLOW, T0, 0, Optional.empty(), new CacheFlags(false, true, true)));

        assertThat(store.uses().add(Map.of(old, new Use(1, T1)))).isEmpty();
        assertThat(entries()).extracting(Entry::hits).containsOnly(0L);
        assertThat(entries()).extracting(Entry::lastHitAt).containsOnly(Optional.empty());
    }

    @Test
    void whatWasReusedOfADeletedResultIsOver() throws InterruptedException {
        var run = completed(newRun("acme"));
        var a = ref(run, "a");
        var b = ref(run, "b");
        var onlyA =
                new Filter(Optional.empty(), Optional.of("a"), Optional.empty(), Optional.empty(), Optional.empty());
        store.shelf().invalidate("acme", onlyA, T0);

        assertThat(store.uses().add(Map.of(a, new Use(1, T1), b, new Use(1, T1))))
                .isEmpty();
        assertThat(entries()).extracting(Entry::hits).containsExactly(1L);
    }

    /** The entry that holds what a completed step of the run made. */
    protected EntryRef ref(OwnedRun run, String step) {
        var made = ((StepState.Completed) run.step(step)).fingerprint();
        var key = new CacheKey("acme", FLOW.name(), step, made.inputHash(), made.skillVersion());
        return store.cache().find(key).orElseThrow().entry();
    }

    protected List<Entry> entries() {
        return store.shelf().entries("acme", Filter.ALL, Optional.empty(), 100).entries();
    }
}
