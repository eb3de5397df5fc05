package dev.runengine.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.port.UseCounts;
import dev.runengine.runtime.testing.ManualTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When the counts of a node reach the store. */
class UseTallyTest {
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant T1 = T0.plusSeconds(1);
    private static final EntryRef A = new EntryRef(1, 0);
    private static final EntryRef B = new EntryRef(2, 0);
    private static final EntryRef C = new EntryRef(3, 0);

    private final ManualTimer clock = new ManualTimer();
    private final Told store = new Told();

    /** Remembers what it was told, and does at first what the test says. */
    private static final class Told implements UseCounts {
        final LinkedBlockingQueue<Map<EntryRef, Use>> told = new LinkedBlockingQueue<>();
        final Deque<Set<EntryRef>> locked = new ArrayDeque<>();
        volatile boolean away;

        @Override
        public Set<EntryRef> add(Map<EntryRef, Use> uses) {
            told.add(uses);
            if (away) {
                throw new StoreUnavailableException("out of reach", new IllegalStateException());
            }
            return locked.isEmpty() ? Set.of() : locked.poll();
        }

        Map<EntryRef, Use> next() throws InterruptedException {
            return Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS), "nothing was handed on");
        }
    }

    @Test
    void whatWasReusedIsHandedOnTogetherAfterAWhile() throws InterruptedException {
        try (var tally = tally(100)) {
            tally.used(A, T1);
            tally.used(A, T0);
            tally.used(B, T0);
            assertThat(store.told).isEmpty();

            pass();
            assertThat(store.next()).containsOnly(Map.entry(A, uses(2, T1)), Map.entry(B, uses(1, T0)));
            tally.used(B, T1);
            pass();
            assertThat(store.next()).as("what came since").containsOnly(Map.entry(B, uses(1, T1)));
        }
        assertThat(store.told).as("once").isEmpty();
    }

    @Test
    void whatIsLockedIsHandedOnTheNextTimeWithWhatCameMeanwhile() throws InterruptedException {
        store.locked.add(Set.of(A));
        try (var tally = tally(100)) {
            tally.used(A, T0);
            tally.used(B, T0);
            pass();
            assertThat(store.next()).containsOnlyKeys(A, B);
            tally.used(A, T1);
            pass();
            assertThat(store.next()).containsOnly(Map.entry(A, uses(2, T1)));
        }
    }

    @Test
    void anUnreachableStoreIsToldLater() throws InterruptedException {
        store.away = true;
        try (var tally = tally(100)) {
            tally.used(A, T0);
            pass();
            assertThat(store.next()).containsOnlyKeys(A);
            store.away = false;
            pass();
            assertThat(store.next()).containsOnly(Map.entry(A, uses(1, T0)));
        }
    }

    @Test
    void theRestIsHandedOnAtTheEnd() throws InterruptedException {
        try (var tally = tally(100)) {
            tally.used(A, T0);
        }
        assertThat(store.next()).containsOnly(Map.entry(A, uses(1, T0)));
    }

    @Test
    void aStoreThatIsGoneForGoodDoesNotKeepANodeFromEnding() {
        store.away = true;
        try (var tally = tally(100)) {
            tally.used(A, T0);
        }
        assertThat(store.told).isNotEmpty();
    }

    @Test
    void moreResultsThanThereIsRoomForAreNotCounted() throws InterruptedException {
        try (var tally = tally(2)) {
            tally.used(A, T0);
            tally.used(B, T0);
            tally.used(C, T0);
            tally.used(A, T0);
            pass();
            assertThat(store.next()).containsOnly(Map.entry(A, uses(2, T0)), Map.entry(B, uses(1, T0)));
            tally.used(C, T0);
            pass();
            assertThat(store.next()).as("there is room again").containsOnlyKeys(C);
        }
    }

    @Test
    void manyResultsAreHandedOnInBatches() throws InterruptedException {
        try (var tally = tally(2_000)) {
            for (int id = 0; id < 500; id++) {
                tally.used(new EntryRef(id, 0), T0);
            }
            pass();
            assertThat(store.next()).hasSize(200);
            assertThat(store.next()).hasSize(200);
            assertThat(store.next()).hasSize(100);
        }
    }

    private UseTally tally(int most) {
        return new UseTally(store, Host.of(clock), most);
    }

    private static UseCounts.Use uses(long times, Instant last) {
        return new UseCounts.Use(times, last);
    }

    private void pass() throws InterruptedException {
        clock.awaitAlarmWithin(PERIOD);
        clock.advance(PERIOD);
    }
}
