package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.quota.Quota;
import dev.runengine.runtime.quota.QuotaShares.Demand;
import dev.runengine.runtime.quota.QuotaShares.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How workers share what the fleet has only so much of. */
public abstract class QuotasContract extends StoreContract {
    private static final Quota FOUR = new Quota.Concurrent("four", 4);
    private static final Quota ONE = new Quota.Concurrent("one", 1);
    /** Nothing to speak of comes back while a test runs. */
    private static final Quota DRIP = new Quota.Rate("drip", 0.000_01, 3);

    @Test
    void aWorkerGetsWhatItWantsButNotMoreThanThereIs() {
        assertThat(renew(worker, FOUR, 0, 3).added()).isEqualTo(3);
        assertThat(renew(worker, FOUR, 3, 9).added()).isOne();
        assertThat(renew(worker, FOUR, 4, 9).added()).isZero();
    }

    @Test
    void whatOneHoldsTheOtherDoesNotGetUntilItIsGivenBack() {
        try (var other = store.worker()) {
            renew(worker, FOUR, 0, 4);
            assertThat(renew(other, FOUR, 0, 4)).isEqualTo(new Grant(0, 2));
            assertThat(renew(worker, FOUR, 4, 4)).as("it is told to come down").isEqualTo(new Grant(0, 2));
            renew(worker, FOUR, 2, 4);
            assertThat(renew(other, FOUR, 0, 4)).isEqualTo(new Grant(2, 2));
        }
    }

    @Test
    void whatNobodyElseWantsIsAnybodys() {
        try (var other = store.worker()) {
            renew(other, FOUR, 0, 1);
            assertThat(renew(worker, FOUR, 0, 9)).isEqualTo(new Grant(3, 3));
        }
    }

    @Test
    void whatCannotBeDividedGoesRound() {
        try (var other = store.worker()) {
            assertThat(renew(worker, ONE, 0, 1).added()).isOne();
            assertThat(renew(other, ONE, 0, 1)).as("its turn, but it is taken").isEqualTo(new Grant(0, 1));
            assertThat(renew(worker, ONE, 1, 1).share()).isZero();
            renew(worker, ONE, 0, 1);
            assertThat(renew(other, ONE, 0, 1).added()).isOne();
            assertThat(renew(worker, ONE, 0, 1).added()).isZero();
            assertThat(renew(other, ONE, 1, 1).share()).isZero();
        }
    }

    @Test
    void theShareOfADeadWorkerComesBack() {
        try (var other = store.worker()) {
            renew(worker, FOUR, 0, 4);
            assertThat(renew(other, FOUR, 0, 4).added()).isZero();
            store.kill(worker);
            assertThat(renew(other, FOUR, 0, 4).added()).isEqualTo(4);
            assertThat(renew(worker, FOUR, 4, 4)).as("the dead get nothing").isEqualTo(Grant.NOTHING);
        }
        worker = store.worker();
    }

    @Test
    void aBurstIsForAllWorkersTogether() {
        try (var other = store.worker()) {
            assertThat(renew(worker, DRIP, 0, 2).added()).isEqualTo(2);
            assertThat(renew(other, DRIP, 0, 5).added()).isOne();
            assertThat(renew(worker, DRIP, 0, 5).added()).as("spent").isZero();
        }
    }

    @Test
    void theBucketFillsWithTime() {
        var fast = new Quota.Rate("fast", 1e9, 3);
        renew(worker, fast, 0, 3);
        assertThat(renew(worker, fast, 0, 5).added())
                .as("no more than the burst")
                .isEqualTo(3);
        assertThat(renew(worker, fast, 3, 5).added()).as("held tokens count").isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsAskedTheSharesAreNeverMoreThanTheQuotaAndNobodyStarves(long seed) {
        var random = new Random(seed);
        var quota = new Quota.Concurrent("shared", 1 + random.nextInt(4));
        var workers = List.of(worker, store.worker(), store.worker());
        var holders = workers.stream().map(queue -> new Holder(queue, quota)).toList();
        var heldLately = new HashSet<Holder>();
        for (int i = 0; i < 120; i++) {
            if (i == 60) {
                heldLately.clear();
            }
            var holder = holders.get(random.nextInt(3));
            holder.maybeGiveBack(random);
            holder.renew(1 + random.nextInt(6));
            holders.stream().filter(h -> h.held > 0).forEach(heldLately::add);
            assertThat(holders.stream().mapToInt(h -> h.held).sum()).isLessThanOrEqualTo(quota.permits());
        }
        assertThat(heldLately).as("who held some in the second half").hasSize(3);
        workers.subList(1, 3).forEach(RunQueue::close);
    }

    @Test
    void workersThatAskAtOnceNeverGetMoreThanThereIs() throws Exception {
        var second = store.worker();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var asks = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 12; i++) {
                var quota = new Quota.Concurrent("race" + i / 2, 3);
                var queue = i % 2 == 0 ? worker : second;
                asks.add(() -> renew(queue, quota, 0, 3).added());
            }
            Map<Integer, Integer> sums = new HashMap<>();
            var answers = threads.invokeAll(asks, 30, TimeUnit.SECONDS);
            for (int i = 0; i < answers.size(); i++) {
                sums.merge(i / 2, answers.get(i).get(), Integer::sum);
            }
            assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isBetween(2, 3));
        }
        second.close();
    }

    private static Grant renew(RunQueue queue, Quota quota, int held, int wanted) {
        return queue.quotas().renew(List.of(new Demand(quota, held, wanted))).getFirst();
    }

    /** A worker that does as it is told: gives back, sooner or later, what exceeds its share. */
    private static final class Holder {
        final RunQueue queue;
        final Quota quota;
        int held;
        int share = Integer.MAX_VALUE;

        Holder(RunQueue queue, Quota quota) {
            this.queue = queue;
            this.quota = quota;
        }

        void maybeGiveBack(Random random) {
            if (random.nextBoolean()) {
                held = Math.min(held, share);
            }
        }

        void renew(int more) {
            var grant = QuotasContract.renew(queue, quota, held, held + more);
            held += grant.added();
            share = grant.share();
        }
    }
}
