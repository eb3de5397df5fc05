package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestSkills;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs that need the same work at the same time pay for it once, on one node or on several. */
public abstract class FlightContract extends SharedWork {
    private static final CacheAnswer NOT_YET = new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());

    @Test
    void manyRunsOnTwoNodesExecuteTheSameWorkOnce() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> slow()).start()) {
            engine.addWorker();
            var runs = trigger(engine, CROWD);
            awaitUntil(engine, () -> waiting(engine, runs).size() == CROWD - 1);
            finish.give();

            for (var run : runs) {
                assertThat(awaitEnd(engine, run)).isEqualTo(RunStatus.COMPLETED);
            }
            assertThat(engine.skills().executions("a")).hasSize(1);
            assertThat(runs.stream().map(run -> a(engine, run).status()))
                    .containsOnlyOnce(StepStatus.COMPLETED)
                    .contains(StepStatus.SKIPPED);
            assertThat(runs.stream()
                            .map(run -> a(engine, run))
                            .filter(step -> step.status() == StepStatus.SKIPPED)
                            .map(step -> step.decision().orElseThrow().verdict()))
                    .containsOnly(Verdict.HIT_IN_FLIGHT);
        }
    }

    @Test
    void aWaiterShowsWhoseWorkItWaitsFor() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> slow()).start()) {
            var leader = engine.trigger("f");
            started.await();
            var waiter = awaitWaiter(engine);

            assertThat(a(engine, waiter).awaitedRun()).contains(leader);
            assertThat(a(engine, waiter).counters().attempt()).isZero();
            assertThat(a(engine, leader).awaitedRun()).isEmpty();
            finish.give();
            assertThat(awaitEnd(engine, waiter)).isEqualTo(RunStatus.COMPLETED);
            assertThat(a(engine, waiter).awaitedRun()).isEmpty();
        }
    }

    @Test
    void aResultThatComesBetweenLookUpAndFlightIsNotMadeTwice() throws InterruptedException {
        var late = new AtomicBoolean();
        try (var engine = engine().cache(cache -> new Late(cache, late)).start()) {
            assertThat(awaitEnd(engine, engine.trigger("f"))).isEqualTo(RunStatus.COMPLETED);
            late.set(true);
            var second = engine.trigger("f");

            assertThat(awaitEnd(engine, second)).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("a")).hasSize(1);
            assertThat(a(engine, second).decision().orElseThrow().verdict()).isEqualTo(Verdict.HIT_IN_FLIGHT);
            assertThat(a(engine, second).counters().attempt())
                    .as("nothing was executed")
                    .isZero();
        }
    }

    /** Once, it looks where the result is not yet. */
    private record Late(StepCache cache, AtomicBoolean late) implements StepCache {
        @Override
        public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
            return late.getAndSet(false)
                    ? keys.stream().collect(Collectors.toMap(key -> key, _ -> NOT_YET))
                    : cache.lookUp(keys);
        }

        @Override
        public Optional<CacheAnswer.Hit> find(CacheKey key) {
            return cache.find(key);
        }
    }

    @Test
    void whoDoesNotShareExecutes() throws InterruptedException {
        for (var flags : List.of(
                new CacheFlags(false, true, true),
                new CacheFlags(true, false, true),
                new CacheFlags(true, true, false))) {
            var both = new Signal();
            var executing = new AtomicInteger();
            try (var engine = engine().skill("a", _ -> {
                        if (executing.incrementAndGet() == 2) {
                            both.give();
                        }
                        both.await();
                        return TestSkills.ok(Json.of("made"));
                    })
                    .start()) {
                var runs = List.of(triggerWith(engine, flags), triggerWith(engine, flags));
                for (var run : runs) {
                    assertThat(awaitEnd(engine, run)).as("%s", flags).isEqualTo(RunStatus.COMPLETED);
                }
            }
        }
    }

    @Test
    void anotherTenantExecutesForItself() throws InterruptedException {
        var both = new Signal();
        var executing = new AtomicInteger();
        try (var engine = engine().skill("a", _ -> {
                    if (executing.incrementAndGet() == 2) {
                        both.give();
                    }
                    both.await();
                    return TestSkills.ok(Json.of("made"));
                })
                .start()) {
            var ours = engine.trigger("f");
            TestEngine.accepted(engine.engine().trigger(TriggerRequest.of("other", "f", Json.object())));
            assertThat(awaitEnd(engine, ours)).isEqualTo(RunStatus.COMPLETED);
            assertThat(executing).hasValue(2);
        }
    }

    @Test
    void nothingIsLeftBehindOnceAllIsOver() throws InterruptedException {
        try (var engine = engine().start()) {
            var first = engine.trigger("f");
            assertThat(awaitEnd(engine, first)).isEqualTo(RunStatus.COMPLETED);
            engine.store().invalidateResults();
            var second = engine.trigger("f");
            assertThat(awaitEnd(engine, second)).isEqualTo(RunStatus.COMPLETED);
            assertThat(a(engine, second).status())
                    .as("nobody else was executing it")
                    .isEqualTo(StepStatus.COMPLETED);
        }
    }
}
