package dev.runengine.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonReader;
import dev.runengine.runtime.memory.InMemoryBell;
import dev.runengine.runtime.memory.InMemoryRunQueue;
import dev.runengine.runtime.memory.InMemoryStore;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.SystemTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may run when: on one node, and on two that share the fleet's limits. */
class AdmissionTest {
    private static final UUID RUN = new UUID(0, 1);

    private final SystemTimer timer = new SystemTimer();
    private final InMemoryBell bell = new InMemoryBell();
    private final InMemoryStore store = new InMemoryStore(bell);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var thread : threads) {
            thread.interrupt();
            thread.join();
        }
        for (var node : opened) {
            node.close();
        }
        timer.close();
    }

    @Test
    void aTenantThatWaitsIsNextWhateverAnotherHasWaiting() throws Exception {
        var node = new Admission(2, Limits.NONE);
        var first = node.enter("big", "s", RUN, "a");
        var second = node.enter("big", "s", RUN, "b");
        var let = new LinkedBlockingQueue<String>();
        for (int i = 0; i < 20; i++) {
            enterBeside(node, "big", "s", RUN, let);
        }
        awaitWaiting(node, RUN, 20);
        var small = new UUID(0, 2);
        enterBeside(node, "small", "s", small, let);
        awaitWaiting(node, small, 1);

        first.close();
        assertThat(let.poll(20, TimeUnit.SECONDS)).isEqualTo("small");
        second.close();
        assertThat(let.poll(20, TimeUnit.SECONDS)).isEqualTo("big");
    }

    @Test
    void whoIsInterruptedWhileWaitingTakesNothing() throws Exception {
        var node = new Admission(1, Limits.NONE);
        var pass = node.enter("acme", "s", RUN, "a");
        enterBeside(node, "acme", "s", RUN, new LinkedBlockingQueue<>());
        awaitWaiting(node, RUN, 1);
        threads.getFirst().interrupt();
        threads.getFirst().join();
        assertThat(node.waits(RUN)).isEmpty();
        pass.close();
        node.enter("acme", "s", RUN, "c").close();
    }

    @Test
    void whoWaitsForALimitHoldsNoPermitAndSaysWhatItWaitsFor() throws Exception {
        var node = node(1, limits("{\"name\":\"slow\",\"skills\":[\"video\"],\"rate\":{\"perSecond\":0.001}}"));
        node.enter("acme", "video", RUN, "spends the burst").close();
        enterBeside(node, "acme", "video", RUN, new LinkedBlockingQueue<>());
        awaitWaiting(node, RUN, 1);

        assertThat(node.waits(RUN)).containsValue(Wait.RATE_LIMIT);
        try (var _ = node.enter("acme", "other", RUN, "runs")) {
            assertThat(node.waits(RUN)).hasSize(1);
        }
    }

    @Test
    void twoNodesNeverExceedALimitTogetherBothGetOnAndAllWaitsEnd() throws Exception {
        var limits = limits("{\"name\":\"three\",\"skills\":[\"video\"],\"concurrent\":3}");
        var nodes = List.of(node(8, limits), node(8, limits));
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(60);
        for (int i = 0; i < 60; i++) {
            var node = nodes.get(i % 2);
            var tenant = "t" + i % 3;
            beside(() -> {
                try (var _ = node.enter(tenant, "video", RUN, "step")) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    timer.sleep(Duration.ofMillis(2));
                    now.decrementAndGet();
                    done.countDown();
                }
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void theShareOfADeadNodeGoesToTheOther() throws Exception {
        var limits = limits("{\"name\":\"one\",\"concurrent\":1}");
        var queue = queue();
        var dying = node(4, limits, queue);
        var other = node(4, limits);
        dying.enter("acme", "video", RUN, "never ends");
        var let = new LinkedBlockingQueue<String>();
        enterBeside(other, "acme", "video", RUN, let);
        assertThat(let.poll(300, TimeUnit.MILLISECONDS)).isNull();

        queue.die();
        assertThat(let.poll(20, TimeUnit.SECONDS)).isEqualTo("acme");
    }

    @Test
    void aRateIsKeptByTwoNodesTogether() throws Exception {
        var limits = limits("{\"name\":\"rate\",\"rate\":{\"perSecond\":40,\"burst\":2}}");
        var nodes = List.of(node(8, limits), node(8, limits));
        var done = new CountDownLatch(20);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            var node = nodes.get(i % 2);
            beside(() -> {
                node.enter("acme", "video", RUN, "step").close();
                done.countDown();
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        long leastMillis = (20 - 2) * 1_000 / 40;
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(leastMillis - 5);
    }

    @Test
    void perTenantMeansThatEachHasAsMuch() throws Exception {
        var node = node(8, limits("{\"name\":\"each\",\"perTenant\":true,\"concurrent\":1}"));
        try (var _ = node.enter("acme", "s", RUN, "a");
                var _ = node.enter("other", "s", RUN, "b")) {
            enterBeside(node, "acme", "s", RUN, new LinkedBlockingQueue<>());
            awaitWaiting(node, RUN, 1);
            assertThat(node.waits(RUN)).containsValue(Wait.PERMIT);
        }
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> limits("{\"name\":\"x\"}"))
                .isInstanceOf(JsonMismatchException.class)
                .hasMessageContaining("/limits/0");
        assertThatThrownBy(() -> limits("{\"name\":\"x\",\"concurrent\":0}"))
                .hasMessageContaining("/limits/0/concurrent");
        assertThatThrownBy(() -> limits("{\"name\":\"x\",\"rate\":{\"perSecond\":-1}}"))
                .hasMessageContaining("/limits/0/rate/perSecond");
        assertThatThrownBy(() -> limits("{\"name\":\"x\",\"concurrent\":1},{\"name\":\"x\",\"concurrent\":2}"))
                .hasMessageContaining("\"x\"");
    }

    private static Limits limits(String limit) {
        return Limits.read(JsonReader.parse("{\"limits\":[" + limit + "]}"));
    }

    private InMemoryRunQueue queue() {
        return new InMemoryRunQueue(store, bell, UUID.randomUUID(), timer, Duration.ofMinutes(1));
    }

    private Admission node(int permits, Limits limits) {
        return node(permits, limits, queue());
    }

    private Admission node(int permits, Limits limits, RunQueue queue) {
        var admission = new Admission(permits, limits);
        opened.add(new Leasing(admission, queue.quotas(), Host.of(timer), Duration.ofSeconds(5)));
        return admission;
    }

    private void enterBeside(Admission node, String tenant, String skill, UUID run, LinkedBlockingQueue<String> let) {
        var step = "step" + threads.size();
        beside(() -> {
            node.enter(tenant, skill, run, step);
            let.add(tenant);
        });
    }

    /** What may be interrupted while it waits. */
    private interface Waiting {
        void run() throws InterruptedException;
    }

    private void beside(Waiting work) {
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void awaitWaiting(Admission node, UUID run, int count) throws InterruptedException {
        while (node.waits(run).size() < count) {
            timer.sleep(Duration.ofMillis(1));
        }
    }
}
