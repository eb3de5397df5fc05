package dev.runengine.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.testing.ManualTimer;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leases in memory, which run out by the store's clock. */
class InMemoryLeaseTest {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration TOO_LONG = LEASE.plusMillis(1);

    private final ManualTimer clock = new ManualTimer();
    private final InMemoryBell bell = new InMemoryBell();
    private final InMemoryStore store = new InMemoryStore(bell);
    private final InMemoryRunQueue silent = worker();
    private final InMemoryRunQueue other = worker();

    @BeforeEach
    void aRunIsClaimed() {
        store.create(new NewRun(
                new UUID(0, 1),
                "acme",
                TestFlows.compile(TestFlows.flow("f", "a")),
                Json.object(),
                Optional.empty(),
                CacheFlags.DEFAULT,
                0,
                Optional.empty(),
                List.of(),
                clock.instant()));
        assertThat(silent.claim(1)).hasSize(1);
    }

    @Test
    void whoRenewsInTimeKeepsItsRuns() {
        clock.advance(LEASE);
        assertThat(silent.renew()).isTrue();
        clock.advance(LEASE);

        assertThat(other.claim(1)).isEmpty();
    }

    @Test
    void whoIsSilentForTooLongLosesItsRunsToWhoeverClaimsNext() {
        clock.advance(TOO_LONG);

        assertThat(other.claim(1))
                .singleElement()
                .satisfies(claim -> assertThat(claim.handedOver()).isFalse());
    }

    @Test
    void whoWasGivenUpIsToldSoUntilItRejoins() {
        clock.advance(TOO_LONG);
        var claim = other.claim(1).getFirst();
        other.handOver(claim.ownership(), Duration.ZERO);

        assertThat(silent.claim(1)).as("before it knows").isEmpty();
        assertThat(silent.renew()).isFalse();
        assertThat(silent.renew()).as("the first answer may have been lost").isFalse();
        silent.rejoin();
        assertThat(silent.renew()).isTrue();
        assertThat(silent.claim(1)).hasSize(1);
    }

    private InMemoryRunQueue worker() {
        return new InMemoryRunQueue(store, bell, UUID.randomUUID(), clock, LEASE);
    }
}
