package dev.runengine.runtime.contract;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestFlows.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.port.StepCache;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestSkills;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs that need the same work at the same time pay for it once, on one node or on several. */
public abstract class FlightContract {
    private static final int MAX_ATTEMPTS = 3;
    private static final int CROWD = 40;
    private static final CacheAnswer NOT_YET = new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
    private static final Duration STEP_OF_TIME = Duration.ofMillis(20);

    private final Signal started = new Signal();
    private final Signal finish = new Signal();

    /** A store without runs. */
    protected abstract StoreUnderTest open();

    private static WorkflowBuilder shared() {
        return Workflows.workflow("f", "1.0.0")
                .step(step("a").retry(new RetryPolicy(MAX_ATTEMPTS, Duration.ofMillis(1), MAX_ATTEMPTS)))
                .step(step("b <- a"));
    }

    private TestEngine.Builder engine() {
        return TestEngine.with(shared()).store(open());
    }

    /** Executes until the test lets it finish. */
    private Result slow() throws InterruptedException {
        started.give();
        finish.await();
        return TestSkills.ok(Json.of("made"));
    }

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
    void whenTheLeadersWorkerDiesTheWorkIsExecutedOnceMore() throws InterruptedException {
        var lives = new AtomicInteger();
        var again = new Signal();
        try (var engine = engine().skill("a", _ -> {
                    if (lives.incrementAndGet() == 1) {
                        return slow();
                    }
                    again.await();
                    return TestSkills.ok(Json.of("made"));
                })
                .start()) {
            var runs = trigger(engine, 5);
            started.await();
            awaitUntil(engine, () -> waiting(engine, runs).size() == 4);
            engine.worker().die();
            engine.addWorker();
            awaitUntil(engine, () -> lives.get() == 2);
            again.give();

            for (var run : runs) {
                assertThat(awaitEnd(engine, run)).isEqualTo(RunStatus.COMPLETED);
            }
            assertThat(engine.skills().executions("a")).hasSize(2);
            finish.give();
        }
    }

    @Test
    void cancellingTheLeadersRunLetsTheWorkFinishForTheOthers() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> slow()).start()) {
            var leader = engine.trigger("f");
            started.await();
            var waiter = awaitWaiter(engine);
            engine.engine().cancel(TestEngine.TENANT, leader);
            awaitUntil(engine, () -> engine.run(leader).cancelRequestedAt().isPresent());
            finish.give();

            assertThat(awaitEnd(engine, leader)).isEqualTo(RunStatus.CANCELLED);
            assertThat(awaitEnd(engine, waiter)).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("a")).hasSize(1);
            assertThat(a(engine, leader).status())
                    .as("what was paid for is kept")
                    .isEqualTo(StepStatus.COMPLETED);
            assertThat(engine.statuses(leader)).containsEntry("b", StepStatus.CANCELLED);
        }
    }

    @Test
    void cancellingARunNobodyWaitsForStopsItsWork() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> slow()).start()) {
            var leader = engine.trigger("f");
            started.await();
            engine.engine().cancel(TestEngine.TENANT, leader);

            assertThat(awaitEnd(engine, leader)).isEqualTo(RunStatus.CANCELLED);
            assertThat(a(engine, leader).status()).isEqualTo(StepStatus.CANCELLED);
        }
    }

    @Test
    void cancellingOneWaiterLeavesTheRestAlone() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> slow()).start()) {
            var leader = engine.trigger("f");
            started.await();
            var one = awaitWaiter(engine);
            var other = awaitWaiter(engine);
            engine.engine().cancel(TestEngine.TENANT, one);
            assertThat(awaitEnd(engine, one)).isEqualTo(RunStatus.CANCELLED);
            finish.give();

            assertThat(awaitEnd(engine, leader)).isEqualTo(RunStatus.COMPLETED);
            assertThat(awaitEnd(engine, other)).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("a")).hasSize(1);
        }
    }

    @Test
    void aFailureCountsForAllWhoWait() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> {
                    started.give();
                    finish.await();
                    return TestSkills.broken("no luck");
                })
                .start()) {
            var runs = trigger(engine, 10);
            awaitUntil(engine, () -> waiting(engine, runs).size() == 9);
            finish.give();

            for (var run : runs) {
                assertThat(awaitEnd(engine, run)).isEqualTo(RunStatus.FAILED);
                var error = engine.run(run).error().orElseThrow();
                assertThat(error.code()).isEqualTo(ErrorCode.MAX_RETRIES_EXCEEDED);
                assertThat(error.message()).contains("no luck");
                assertThat(a(engine, run).counters().failures()).isEqualTo(MAX_ATTEMPTS);
            }
            assertThat(engine.skills().executions("a")).hasSize(MAX_ATTEMPTS);
        }
    }

    @Test
    void whatIsNotWorthTryingAgainIsTriedOnceForAll() throws InterruptedException {
        try (var engine = engine().skill("a", _ -> {
                    started.give();
                    finish.await();
                    return new Result.Failed(new SkillFailure.InvalidInput("too long", List.of()));
                })
                .start()) {
            var runs = trigger(engine, 3);
            awaitUntil(engine, () -> waiting(engine, runs).size() == 2);
            finish.give();

            for (var run : runs) {
                assertThat(awaitEnd(engine, run)).isEqualTo(RunStatus.FAILED);
                assertThat(a(engine, run).error().orElseThrow().code()).isEqualTo(ErrorCode.INPUT_INVALID);
            }
            assertThat(engine.skills().executions("a")).hasSize(1);
        }
    }

    @Test
    void aFailedRunThatIsRetriedSharesAgain() throws InterruptedException {
        var healthy = new AtomicInteger();
        try (var engine = engine().skill("a", _ -> healthy.get() == 0 ? TestSkills.broken("down") : slow())
                .start()) {
            var failed = engine.trigger("f");
            assertThat(awaitEnd(engine, failed)).isEqualTo(RunStatus.FAILED);
            healthy.set(1);
            var leader = engine.trigger("f");
            started.await();
            engine.retry(failed);
            awaitUntil(engine, () -> a(engine, failed).awaitedRun().isPresent());
            finish.give();

            assertThat(awaitEnd(engine, failed)).isEqualTo(RunStatus.COMPLETED);
            assertThat(awaitEnd(engine, leader)).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void whoWaitsForARunThatIsPausedBetweenTwoTriesGoesAheadOfIt() throws InterruptedException {
        var tries = new AtomicInteger();
        var flow = Workflows.workflow("f", "1.0.0")
                .step(step("a").retry(new RetryPolicy(MAX_ATTEMPTS, Duration.ofMinutes(1), MAX_ATTEMPTS)));
        try (var engine = TestEngine.with(flow)
                .store(open())
                .skill("a", _ -> {
                    if (tries.incrementAndGet() == 1) {
                        started.give();
                        finish.await();
                        return TestSkills.broken("once");
                    }
                    return TestSkills.ok(Json.of("made"));
                })
                .start()) {
            var leader = engine.trigger("f");
            started.await();
            var waiter = awaitWaiter(engine);
            engine.engine().pause(TestEngine.TENANT, leader);
            finish.give();

            assertThat(awaitEnd(engine, waiter)).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.run(leader).status()).isEqualTo(RunStatus.RUNNING);
            engine.engine().resume(TestEngine.TENANT, leader);
            engine.timer().advance(Duration.ofMinutes(2));
            assertThat(awaitEnd(engine, leader)).isEqualTo(RunStatus.COMPLETED);
            assertThat(tries).hasValue(2);
            assertThat(a(engine, leader).decision().orElseThrow().verdict()).isEqualTo(Verdict.HIT_IN_FLIGHT);
        }
    }

    @Test
    void aResultThatComesBetweenLookUpAndFlightIsNotMadeTwice() throws InterruptedException {
        var late = new AtomicBoolean();
        UnaryOperator<StepCache> overtaken = cache -> keys -> late.getAndSet(false)
                ? keys.stream().collect(Collectors.toMap(key -> key, _ -> NOT_YET))
                : cache.lookUp(keys);
        try (var engine = engine().cache(overtaken).start()) {
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

    private static List<UUID> trigger(TestEngine engine, int runs) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < runs; i++) {
            ids.add(engine.trigger("f"));
        }
        return ids;
    }

    private static UUID triggerWith(TestEngine engine, CacheFlags flags) {
        return TestEngine.accepted(engine.engine()
                        .trigger(new TriggerRequest(
                                TestEngine.TENANT,
                                "f",
                                Optional.empty(),
                                Json.object(),
                                flags,
                                0,
                                Optional.empty(),
                                List.of())))
                .runId();
    }

    private static UUID awaitWaiter(TestEngine engine) throws InterruptedException {
        var waiter = engine.trigger("f");
        awaitUntil(engine, () -> a(engine, waiter).awaitedRun().isPresent());
        return waiter;
    }

    private static List<StepRecord> waiting(TestEngine engine, List<UUID> runs) {
        return runs.stream()
                .map(run -> a(engine, run))
                .filter(step -> step.awaitedRun().isPresent())
                .toList();
    }

    private static StepRecord a(TestEngine engine, UUID run) {
        return engine.store().queries().steps(TestEngine.TENANT, run, Optional.empty()).orElseThrow().stream()
                .filter(step -> step.stepId().equals("a"))
                .findFirst()
                .orElseThrow();
    }

    private static RunStatus awaitEnd(TestEngine engine, UUID run) throws InterruptedException {
        for (int looks = 0; looks < 1_500; looks++) {
            if (engine.endsWithin(run, STEP_OF_TIME)) {
                return engine.run(run).status();
            }
            engine.timer().advance(STEP_OF_TIME);
        }
        throw new AssertionError("the run does not end: " + engine.run(run) + " " + engine.statuses(run));
    }

    private static void awaitUntil(TestEngine engine, BooleanSupplier fact) throws InterruptedException {
        var never = UUID.randomUUID();
        for (int looks = 0; looks < 1_500; looks++) {
            if (fact.getAsBoolean()) {
                return;
            }
            engine.endsWithin(never, STEP_OF_TIME);
        }
        throw new AssertionError("what was waited for did not happen");
    }
}
