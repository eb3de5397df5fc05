package dev.runengine.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.store.contract.PostgresStoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that may not start before a time, which is judged by the database's clock. */
class DelayedRunsTest {
    private static final CompiledWorkflow FLOW = TestFlows.compile(TestFlows.flow("later", "a"));
    private static final Duration DELAY = Duration.ofHours(6);

    @Test
    void aDelayedRunWaitsForTheDatabasesClock() {
        try (var store = new PostgresStoreUnderTest()) {
            store.register(FLOW);
            var run = delayed(store);
            try (var early = store.worker()) {
                assertThat(early.claim(1)).isEmpty();
            }
            assertThat(store.board().standing("acme").counts().delayed()).isEqualTo(1);

            store.moveClock(DELAY);
            assertThat(store.board().standing("acme").counts().delayed()).isZero();
            assertThat(store.board().standing("acme").counts().waiting()).isEqualTo(1);
            try (var late = store.worker()) {
                assertThat(late.claim(1))
                        .extracting(claim -> claim.ownership().runId())
                        .containsExactly(run);
            }
        }
    }

    private static UUID delayed(PostgresStoreUnderTest store) {
        var now = Instant.now();
        var run = new NewRun(
                Uuids.v7(now),
                "acme",
                FLOW,
                Json.object(),
                Optional.empty(),
                CacheFlags.DEFAULT,
                0,
                Optional.of(now.plus(DELAY).minusSeconds(60)),
                List.of(),
                now);
        store.runs().create(run);
        return run.runId();
    }
}
