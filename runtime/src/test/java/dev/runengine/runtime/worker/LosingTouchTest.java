package dev.runengine.runtime.worker;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.testing.PassingQueue;
import dev.runengine.runtime.testing.PassingRuns;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Workers that lose touch with the store for a moment, or for too long. */
class LosingTouchTest {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration ASKS_AGAIN = Duration.ofMillis(200);
    private static final Duration PARTING = Duration.ofSeconds(12);

    private final Signal started = new Signal();
    private final Signal interrupted = new Signal();
    private final Signal unanswered = new Signal();
    private final Signal release = new Signal();
    private final AtomicBoolean first = new AtomicBoolean(true);

    @Test
    void aClaimedRunThatCannotBeLoadedAtOnceIsLoadedLater() throws InterruptedException {
        try (var engine = engine(runs -> new PassingRuns(runs) {
                    @Override
                    public Optional<RecordedRun> load(UUID runId) {
                        requireTouch();
                        return super.load(runId);
                    }
                })
                .start()) {
            var run = engine.trigger("f");
            engine.timer().awaitAlarmWithin(ASKS_AGAIN);
            engine.timer().advance(ASKS_AGAIN);

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void aRunWhoseClaimWasNotAnsweredIsDrivenAllTheSame() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a"))
                .store(storeWithQueue(queue -> new PassingQueue(queue) {
                    @Override
                    public List<Claim> claim(int max, Set<String> without) {
                        var claims = super.claim(max, without);
                        if (!claims.isEmpty()) {
                            unanswered.give();
                            requireTouch();
                        }
                        return claims;
                    }
                }))
                .start()) {
            var run = engine.trigger("f");
            unanswered.await();
            engine.awaitEnd(engine.trigger("f"));

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void aWorkerThatWasGivenUpStopsWhatItExecutesOnceItHears() throws InterruptedException {
        try (var engine = stuckEngine(storeWithQueue(UnaryOperator.identity()))) {
            var worker = engine.addWorker(HEARTBEAT);
            engine.trigger("f");
            started.await();
            worker.die();
            engine.timer().awaitAlarmWithin(HEARTBEAT);
            engine.timer().advance(HEARTBEAT);

            interrupted.await();
            release.give();
        }
    }

    @Test
    void aRunIsGivenBackOnlyOnceItsExecutionsHaveStopped() throws InterruptedException {
        try (var engine = stuckEngine(storeWithQueue(UnaryOperator.identity()));
                var other = engine.store().worker()) {
            var worker = engine.addWorker();
            engine.trigger("f");
            started.await();
            var closing = Thread.ofVirtual().start(worker::close);
            interrupted.await();
            assertThat(other.claim(1)).as("while it still executes").isEmpty();

            release.give();
            closing.join();
            assertThat(other.claim(1)).hasSize(1);
        }
    }

    @Test
    void theHeartBeatsForTheLastTimeBeforeTheWorkerIsClosed() throws InterruptedException {
        var order = new CopyOnWriteArrayList<String>();
        try (var engine = TestEngine.with(flow("f", "a"))
                .store(storeWithQueue(queue -> new PassingQueue(queue) {
                    @Override
                    public boolean renew() {
                        started.give();
                        release.awaitStubbornly();
                        order.add("renewed");
                        return super.renew();
                    }
                }))
                .startWithoutWorker()) {
            var worker = engine.addWorker(HEARTBEAT);
            engine.timer().awaitAlarmWithin(HEARTBEAT);
            engine.timer().advance(HEARTBEAT);
            started.await();
            var closing = Thread.ofPlatform().start(() -> {
                worker.close();
                order.add("closed");
            });
            while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
                Thread.onSpinWait();
            }
            release.give();
            closing.join();

            assertThat(order).containsExactly("renewed", "closed");
        }
    }

    @Test
    void aWorkerThatIsClosedWhileTheStoreIsAwayEndsAllTheSame() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a"))
                .skill("a", _ -> {
                    started.give();
                    return ok(Json.TRUE);
                })
                .journal(journal -> batch -> {
                    if (started.isGiven() && first.getAndSet(false)) {
                        unanswered.give();
                        release.await();
                    }
                    return journal.commit(batch);
                })
                .start()) {
            var run = engine.trigger("f");
            unanswered.await();
            var closing = Thread.ofVirtual().start(engine.worker()::close);
            engine.timer().awaitAlarmWithin(PARTING);
            engine.timer().advance(PARTING);
            closing.join();

            engine.addWorker();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    private TestEngine.Builder engine(UnaryOperator<RunStore> runs) {
        return TestEngine.with(flow("f", "a")).store(new InMemoryStoreUnderTest(runs, UnaryOperator.identity()));
    }

    private static InMemoryStoreUnderTest storeWithQueue(UnaryOperator<RunQueue> queue) {
        return new InMemoryStoreUnderTest(UnaryOperator.identity(), queue);
    }

    /** Its skill goes on for a while when it is told to stop. */
    private TestEngine stuckEngine(InMemoryStoreUnderTest store) {
        return TestEngine.with(flow("f", "a"))
                .store(store)
                .skill("a", _ -> {
                    started.give();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        interrupted.give();
                        release.awaitStubbornly();
                    }
                    return ok(Json.TRUE);
                })
                .startWithoutWorker();
    }

    private void requireTouch() {
        if (first.getAndSet(false)) {
            throw new StoreUnavailableException("no answer", new IllegalStateException());
        }
    }
}
