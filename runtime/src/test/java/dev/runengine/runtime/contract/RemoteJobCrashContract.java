package dev.runengine.runtime.contract;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Settlement;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.port.JobStanding;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.SkillRunner.Request;
import dev.runengine.runtime.testing.JobProvider;
import dev.runengine.runtime.testing.RemoteWork;
import dev.runengine.runtime.testing.RemoteWork.Point;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Workers die at every point of a remote job's life: it is never submitted twice. Run a seed again with {@code -Dseed=N}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RemoteJobCrashContract {
    private static final Duration HEARTBEAT = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** A process that is gone does nothing any more, not even end. */
    private final CountDownLatch never = new CountDownLatch(1);

    protected abstract StoreUnderTest open();

    /** How many random lives to try. */
    protected abstract int lives();

    LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, lives()) : LongStream.of(one);
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void whoResumesFindsTheJobWhereTheProviderCanBeAsked(Point point) throws InterruptedException {
        try (var provider = new JobProvider(true);
                var world = world(provider, new Deaths(1, at -> at == point))) {
            var run = world.engine.trigger("f");
            assertThat(world.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(provider.submissions()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void whereNobodyCanBeAskedTheStepIsHeldAndNotSentAgain(Point point) throws InterruptedException {
        try (var provider = new JobProvider(false);
                var world = world(provider, new Deaths(1, at -> at == point))) {
            var run = world.engine.trigger("f");
            boolean unknown = point == Point.INTENDED || point == Point.SENT;
            assertThat(world.awaitEndOrHold(run)).isEqualTo(unknown);
            assertThat(provider.submissions()).isEqualTo(point == Point.INTENDED ? 0 : 1);
            if (unknown) {
                world.settleTruly(run, provider);
            }
            assertThat(world.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(provider.submissions()).isOne();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noLifeOfAJobHasTwoSubmissions(long seed) throws InterruptedException {
        var random = new Random(seed);
        try (var provider = new JobProvider(random.nextBoolean())) {
            for (int lost = random.nextInt(3); lost > 0; lost--) {
                provider.loseAnAnswer();
            }
            boolean restarts = random.nextInt(4) == 0;
            var deaths = new Deaths(random.nextInt(3), at -> {
                if (restarts && at == Point.POLLED) {
                    provider.restart();
                }
                return random.nextInt(4) == 0;
            });
            try (var world = world(provider, deaths)) {
                var run = world.engine.trigger("f");
                while (world.awaitEndOrHold(run)) {
                    world.settleTruly(run, provider);
                }
                assertThat(world.engine.run(run).status()).isEqualTo(RunStatus.COMPLETED);
                assertThat(provider.submissions()).isOne();
            }
        }
    }

    @Test
    void aWorkerThatWasReplacedMeanwhileSendsNothing() throws InterruptedException {
        var first = new AtomicBoolean(true);
        var started = new Signal();
        var replaced = new Signal();
        try (var provider = new JobProvider(true);
                var engine = TestEngine.with(flow("f", "a"))
                        .store(open())
                        .skill("a", new RemoteWork(provider, at -> {
                            if (at == Point.STARTED && first.getAndSet(false)) {
                                started.give();
                                replaced.awaitStubbornly();
                            }
                        }))
                        .start()) {
            var run = engine.trigger("f");
            started.await();
            engine.worker().die();
            engine.addWorker();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            replaced.give();
            engine.worker().close(); // its execution has ended by then
            assertThat(provider.submissions()).isOne();
        }
    }

    @Test
    void aCancelledRunStopsItsJob() throws InterruptedException {
        var polled = new Signal();
        try (var provider = new JobProvider(false);
                var engine = cancellable(provider, polled)) {
            var run = engine.trigger("f");
            polled.await();
            engine.engine().cancel(TestEngine.TENANT, run);
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(provider.isCancelled(job(provider, engine))).isTrue();
        }
    }

    @Test
    void aRunCancelledWhileItsWorkerIsDeadStopsItsJobToo() throws InterruptedException {
        var polled = new Signal();
        try (var provider = new JobProvider(false);
                var engine = cancellable(provider, polled)) {
            var run = engine.trigger("f");
            polled.await();
            engine.worker().die();
            engine.engine().cancel(TestEngine.TENANT, run);
            engine.addWorker();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(provider.isCancelled(job(provider, engine))).isTrue();
        }
    }

    @Test
    void aJobThatIsHandedOverGoesOn() throws InterruptedException {
        var polled = new Signal();
        try (var provider = new JobProvider(false);
                var engine = cancellable(provider, polled)) {
            var run = engine.trigger("f");
            polled.await();
            engine.worker().close();
            engine.addWorker();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(provider.isCancelled(job(provider, engine))).isFalse();
            assertThat(provider.submissions()).isOne();
        }
    }

    private static String job(JobProvider provider, TestEngine engine) {
        var key = engine.skills().executions("a").getFirst().executionKey().toString();
        return provider.job(key).orElseThrow();
    }

    /** Its first execution polls until it is stopped. */
    private TestEngine cancellable(JobProvider provider, Signal polled) {
        var first = new AtomicBoolean(true);
        var work = new RemoteWork(provider, at -> {
            if (at == Point.POLLED && first.getAndSet(false)) {
                polled.give();
                never.await();
            }
        });
        return TestEngine.with(flow("f", "a"))
                .store(open())
                .skill("a", work)
                .cancelling(work::cancel)
                .start();
    }

    private World world(JobProvider provider, Deaths deaths) {
        return new World(open(), provider, deaths);
    }

    /** When the process dies next. */
    private record Deaths(AtomicInteger left, Predicate<Point> when) {
        Deaths(int most, Predicate<Point> when) {
            this(new AtomicInteger(most), when);
        }

        synchronized boolean comesAt(Point point) {
            return when.test(point) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    /** An engine whose worker dies now and then, and is replaced at once. */
    private final class World implements AutoCloseable {
        private final TestEngine engine;

        World(StoreUnderTest store, JobProvider provider, Deaths deaths) {
            this.engine = TestEngine.with(flow("f", "a"))
                    .store(store)
                    .heartbeat(HEARTBEAT)
                    .skill("a", new RemoteWork(provider, at -> {
                        if (deaths.comesAt(at)) {
                            die();
                        }
                    }))
                    .start();
        }

        /** What a dead worker executes is interrupted; the birth of its successor is not to be. */
        private void die() throws InterruptedException {
            Thread.ofVirtual().start(this::replaceWorker);
            never.await();
        }

        /** One at a time: a new worker may get to its own death before it counts as the last. */
        private synchronized void replaceWorker() {
            engine.lastWorker().die();
            engine.addWorker();
        }

        RunRecord awaitEnd(UUID run) throws InterruptedException {
            awaitEndOrHold(run);
            return engine.awaitEnd(run);
        }

        /** @return whether it is held; heartbeats go on meanwhile */
        boolean awaitEndOrHold(UUID run) throws InterruptedException {
            for (int looks = 0; looks < 1_000; looks++) {
                if (engine.endsWithin(run, LOOK)) {
                    return false;
                }
                var job = step(run);
                if (job.held()
                        && engine.store().runs().settlements(List.of(run)).isEmpty()) {
                    return true;
                }
                engine.timer().advance(HEARTBEAT);
            }
            throw new AssertionError("neither over nor held: " + engine.statuses(run));
        }

        private JobStanding step(UUID run) {
            return engine.store()
                    .queries()
                    .step(TestEngine.TENANT, run, "a")
                    .orElseThrow()
                    .step()
                    .job()
                    .orElse(new JobStanding(Optional.empty(), false, Instant.EPOCH));
        }

        /** As a person who has looked at the provider's page. */
        void settleTruly(UUID run, JobProvider provider) {
            var key = engine.skills().executions("a").stream()
                    .map(Request::executionKey)
                    .distinct()
                    .toList();
            assertThat(key).as("one key over all its lives").hasSize(1);
            var job = provider.job(key.getFirst().toString());
            var settlement = job.<Settlement>map(Settlement.KnownJob::new).orElseGet(Settlement.NeverSubmitted::new);
            assertThat(engine.engine().settle(TestEngine.TENANT, run, "a", settlement))
                    .isInstanceOf(Answer.Accepted.class);
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
