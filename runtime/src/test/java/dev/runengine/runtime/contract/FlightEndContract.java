package dev.runengine.runtime.contract;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestFlows.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestSkills;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of shared work whose leader fails, dies, is cancelled or paused. */
public abstract class FlightEndContract extends SharedWork {
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
}
