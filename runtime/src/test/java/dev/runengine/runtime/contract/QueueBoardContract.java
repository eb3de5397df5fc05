package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.QueueBoard.Job;
import dev.runengine.runtime.port.QueueBoard.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a {@link dev.runengine.runtime.port.QueueBoard} shows and holds a tenant's queue. */
public abstract class QueueBoardContract extends StoreContract {
    @Test
    void everyRunStandsInOneState() throws InterruptedException {
        var uncached = new CacheFlags(false, false, false);
        completed(newRun("acme", FLOW, T0, 0, Optional.empty(), uncached));
        failed(newRun("acme", FLOW, T0, 0, Optional.empty(), uncached));
        owned("acme");
        store.runs().requestCancel("acme", create(newRun("acme")), T0);
        store.runs().pause("acme", create(newRun("acme")), T0);
        create(delayed());
        create(newRun("acme"));

        var counts = store.board().standing("acme").counts();
        assertThat(List.of(
                        counts.completed(),
                        counts.failed(),
                        counts.active(),
                        counts.cancelled(),
                        counts.paused(),
                        counts.delayed(),
                        counts.waiting()))
                .containsOnly(1L);
        assertThat(counts.oldestWaiting()).contains(T0);
        assertThat(jobs(Optional.empty())).extracting(Job::state).containsExactlyInAnyOrder(State.values());
    }

    @Test
    void aTenantSeesAndHoldsItsOwnRunsOnly() {
        var theirs = create(newRun("other"));
        store.board().pause("acme", T0);

        assertThat(store.board().standing("other").pausedAt()).isEmpty();
        assertThat(store.board().standing("acme").counts().waiting()).isZero();
        assertThat(jobs(Optional.empty())).isEmpty();
        assertThat(worker.claim(1))
                .extracting(claim -> claim.ownership().runId())
                .containsExactly(theirs);
    }

    @Test
    void ofAPausedQueueNobodyTakesARunUntilItIsResumed() {
        var run = create(newRun("acme"));
        store.board().pause("acme", T0);
        store.board().pause("acme", T0.plusSeconds(9));
        assertThat(store.board().standing("acme").pausedAt()).contains(T0);
        try (var other = store.worker()) {
            assertThat(other.claim(1)).isEmpty();
        }

        store.board().resume("acme");
        store.board().resume("acme");
        assertThat(store.board().standing("acme").pausedAt()).isEmpty();
        assertThat(worker.claim(1))
                .extracting(claim -> claim.ownership().runId())
                .containsExactly(run);
    }

    @Test
    void aRunIsCancelledThoughItsQueueIsPaused() {
        var run = owned("acme");
        store.board().pause("acme", T0);
        worker.handOver(run.ownership(), Duration.ZERO);
        assertThat(worker.claim(1)).isEmpty();

        store.runs().requestCancel("acme", run.runId(), T0);
        assertThat(worker.claim(1)).hasSize(1);
    }

    @Test
    void aDelayedRunIsPromoted() {
        var run = create(delayed());
        var later = create(delayed());
        assertThat(worker.claim(2)).isEmpty();

        assertThat(store.board().promote("other", Optional.of(run))).isZero();
        assertThat(store.board().promote("acme", Optional.of(run))).isEqualTo(1);
        assertThat(store.board().promote("acme", Optional.of(run))).isZero();
        assertThat(worker.claim(2))
                .extracting(claim -> claim.ownership().runId())
                .containsExactly(run);
        assertThat(store.board().promote("acme", Optional.empty())).isEqualTo(1);
        assertThat(worker.claim(2))
                .extracting(claim -> claim.ownership().runId())
                .containsExactly(later);
    }

    @Test
    void jobsArePagedNewestFirst() {
        for (int i = 0; i < 3; i++) {
            create(newRun("acme", FLOW, T0.plusSeconds(i), 0, Optional.empty(), CacheFlags.DEFAULT));
        }
        var first = store.board().jobs("acme", Optional.of(State.WAITING), Optional.empty(), 2);
        var second = store.board().jobs("acme", Optional.of(State.WAITING), first.next(), 2);

        assertThat(first.jobs()).extracting(Job::createdAt).containsExactly(T0.plusSeconds(2), T0.plusSeconds(1));
        assertThat(second.jobs()).extracting(Job::createdAt).containsExactly(T0);
        assertThat(second.next()).isEmpty();
        assertThat(jobs(Optional.of(State.FAILED))).isEmpty();
    }

    private List<Job> jobs(Optional<State> state) {
        return store.board().jobs("acme", state, Optional.empty(), 20).jobs();
    }

    private static NewRun delayed() {
        var run = newRun("acme");
        return new NewRun(
                UUID.randomUUID(),
                run.tenant(),
                run.workflow(),
                run.trigger(),
                run.base(),
                run.cache(),
                0,
                Optional.of(Instant.now().plus(Duration.ofHours(1))),
                run.tags(),
                run.createdAt());
    }
}
