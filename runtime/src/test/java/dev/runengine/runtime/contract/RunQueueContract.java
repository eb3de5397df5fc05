package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How a {@link RunQueue} gives out runs: each to one worker at a time, and to another once that one is gone. */
public abstract class RunQueueContract extends StoreContract {
    @Test
    void aRunIsClaimedByOneWorkerOnly() {
        for (int i = 0; i < 10; i++) {
            create(newRun("acme"));
        }
        try (var other = store.worker()) {
            var ours = ids(worker.claim(6));
            var theirs = ids(other.claim(10));

            assertThat(ours).hasSize(6);
            assertThat(theirs).hasSize(4).doesNotContainAnyElementsOf(ours);
            assertThat(worker.claim(10)).isEmpty();
        }
    }

    @Test
    void workersThatClaimAtOnceNeverShareARun() throws Exception {
        for (int i = 0; i < 40; i++) {
            create(newRun("acme"));
        }
        try (var other = store.worker()) {
            var theirs = CompletableFuture.supplyAsync(() -> claimAll(other));
            var all = new ArrayList<>(claimAll(worker));
            all.addAll(theirs.get(20, TimeUnit.SECONDS));

            assertThat(all).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    void theMoreUrgentRunComesFirstAndOfEqualOnesTheOlder() {
        var young = create(newRun("acme", FLOW, T0.plusSeconds(9), 0, Optional.empty(), CacheFlags.DEFAULT));
        var old = create(newRun("acme", FLOW, T0, 0, Optional.empty(), CacheFlags.DEFAULT));
        var urgent = create(newRun("acme", FLOW, T0.plusSeconds(20), 5, Optional.empty(), CacheFlags.DEFAULT));

        assertThat(List.of(claimOne(), claimOne(), claimOne())).containsExactly(urgent, old, young);
    }

    @Test
    void aRunThatMayNotStartYetIsNotClaimed() {
        var run = newRun("acme");
        create(new NewRun(
                run.runId(),
                run.tenant(),
                run.workflow(),
                run.trigger(),
                run.base(),
                run.cache(),
                0,
                Optional.of(Instant.now().plus(Duration.ofHours(1))),
                run.tags(),
                run.createdAt()));

        assertThat(worker.claim(1)).isEmpty();
    }

    @Test
    void aRunThatIsOverIsNotClaimed() throws InterruptedException {
        completed(newRun("acme"));
        failed(newRun("other"));

        assertThat(worker.claim(1)).isEmpty();
    }

    @Test
    void aRunGivenBackIsSaidToBeHandedOver() {
        var run = owned("acme");
        worker.handOver(run.ownership(), Duration.ZERO);

        try (var other = store.worker()) {
            assertThat(other.claim(1)).singleElement().satisfies(claim -> {
                assertThat(claim.handedOver()).isTrue();
                assertThat(claim.ownership().fence())
                        .isGreaterThan(run.ownership().fence());
            });
        }
    }

    @Test
    void aRunGivenBackForLaterIsNotClaimedBefore() {
        worker.handOver(owned("acme").ownership(), Duration.ofHours(1));

        assertThat(worker.claim(1)).isEmpty();
    }

    @Test
    void onlyTheOwnerCanGiveARunBack() {
        var run = owned("acme");
        store.kill(worker);
        worker = store.worker();
        var claim = worker.claim(1).getFirst();

        try (var other = store.worker()) {
            other.handOver(run.ownership(), Duration.ZERO);
            assertThat(other.claim(1)).as("%s still owns it", claim).isEmpty();
        }
    }

    @Test
    void theRunOfADeadWorkerIsClaimedAndNotSaidToBeHandedOver() {
        var run = owned("acme");
        store.kill(worker);
        worker = store.worker();

        assertThat(worker.claim(1)).singleElement().satisfies(claim -> {
            assertThat(claim.ownership().runId()).isEqualTo(run.runId());
            assertThat(claim.handedOver()).isFalse();
            assertThat(claim.ownership().fence()).isGreaterThan(run.ownership().fence());
        });
    }

    @Test
    void aWorkerThatWasGivenUpIsToldSo() {
        assertThat(worker.renew()).isTrue();
        store.kill(worker);
        assertThat(worker.renew()).isFalse();
        assertThat(worker.renew()).as("the first answer may have been lost").isFalse();
        worker = store.worker();
    }

    @Test
    void aWorkerThatWasGivenUpClaimsNothing() {
        create(newRun("acme"));
        store.kill(worker);
        assertThat(worker.claim(1)).as("until it has rejoined").isEmpty();

        worker = store.worker();
        assertThat(worker.claim(1)).hasSize(1);
    }

    @Test
    void runsWhoseClaimWasNotAnsweredAreTakenAgain() {
        var driven = owned("acme");
        var unknown = owned("other");

        assertThat(worker.reclaim(Set.of(driven.runId()))).singleElement().satisfies(claim -> {
            assertThat(claim.ownership().runId()).isEqualTo(unknown.runId());
            assertThat(claim.ownership().fence())
                    .isGreaterThan(unknown.ownership().fence());
            assertThat(claim.handedOver()).as("nothing of it was executed").isTrue();
        });
    }

    @Test
    void onlyRunsOfOnesOwnThatGoOnAreTakenAgain() throws InterruptedException {
        owned("acme");
        try (var other = store.worker()) {
            assertThat(other.reclaim(Set.of())).isEmpty();
        }
        store.kill(worker);
        worker = store.worker();
        worker.claim(1);
        completed(newRun("other"));
        assertThat(worker.reclaim(Set.of())).as("but for the one that is over").hasSize(1);
    }

    @Test
    void theRunsOfAWorkerThatClosesAreFreeAtOnce() {
        var run = owned("acme");
        worker.close();
        worker = store.worker();

        assertThat(ids(worker.claim(1))).containsExactly(run.runId());
    }

    @Test
    void aNewRunWakesTheWorkers() throws InterruptedException {
        var woken = new CountDownLatch(1);
        worker.onWake(new Listener(woken::countDown, _ -> {}));
        create(newRun("acme"));

        assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theOwnerIsToldOfACancel() throws Exception {
        var told = new CompletableFuture<UUID>();
        worker.onWake(new Listener(() -> {}, told::complete));
        var run = owned("acme");
        store.runs().requestCancel("acme", run.runId(), T0);

        assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo(run.runId());
    }

    private UUID claimOne() {
        return worker.claim(1).getFirst().ownership().runId();
    }

    private static List<UUID> claimAll(RunQueue queue) {
        var all = new ArrayList<UUID>();
        for (var claims = queue.claim(3); !claims.isEmpty(); claims = queue.claim(3)) {
            all.addAll(ids(claims));
        }
        return all;
    }

    private static List<UUID> ids(List<RunQueue.Claim> claims) {
        return claims.stream().map(claim -> claim.ownership().runId()).toList();
    }

    private record Listener(Runnable work, Consumer<UUID> cancel) implements RunQueue.WakeListener {
        @Override
        public void workMayBeWaiting() {
            work.run();
        }

        @Override
        public void cancelRequested(UUID runId) {
            cancel.accept(runId);
        }
    }
}
