package dev.runengine.runtime.driver;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.broken;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Runs from their trigger to their end, with one worker. */
class DrivingTest {
    @Test
    void aRunOfSeveralStepsEndsWithTheirResults() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a", "b <- a", "c <- a b")).start()) {
            var run = engine.trigger("f");

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executed()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void independentStepsReallyOverlap() throws InterruptedException {
        var meeting = new CyclicBarrier(2);
        try (var engine = TestEngine.with(flow("f", "a", "b"))
                .skill("a", _ -> meet(meeting))
                .skill("b", _ -> meet(meeting))
                .start()) {
            assertThat(engine.awaitEnd(engine.trigger("f")).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void aFailedAttemptIsTriedAgainWhenItsTimeHasCome() throws InterruptedException {
        var first = new AtomicBoolean(true);
        try (var engine = TestEngine.with(flow("f", "a"))
                .skill("a", _ -> first.getAndSet(false) ? broken("not yet") : ok(Json.of("now")))
                .start()) {
            var run = engine.trigger("f");
            engine.timer().awaitAlarmWithin(Duration.ofSeconds(2));
            assertThat(step(engine, run, "a").nextAttemptAt()).isPresent();
            assertThat(engine.skills().executions("a")).hasSize(1);

            engine.timer().advance(Duration.ofSeconds(2));
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(step(engine, run, "a").counters()).isEqualTo(new Counters(2, 1, 0));
        }
    }

    @Test
    void usedUpRetriesFailTheRun() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a", "b <- a"))
                .skill("a", _ -> broken("never"))
                .start()) {
            var run = engine.trigger("f");
            for (int seconds : new int[] {2, 3}) {
                engine.timer().awaitAlarmWithin(Duration.ofSeconds(seconds));
                engine.timer().advance(Duration.ofSeconds(seconds));
            }

            var ended = engine.awaitEnd(run);
            assertThat(ended.error().orElseThrow().code()).isEqualTo(ErrorCode.MAX_RETRIES_EXCEEDED);
            assertThat(ended.error().orElseThrow().failedStepId()).contains("a");
            assertThat(engine.statuses(run)).isEqualTo(Map.of("a", StepStatus.FAILED, "b", StepStatus.PENDING));
        }
    }

    @Test
    void aRunOutOfTimeFails() throws InterruptedException {
        var never = new Signal();
        try (var engine = TestEngine.with(flow("f", "a").timeLimit(Duration.ofSeconds(30)))
                .skill("a", _ -> {
                    never.await();
                    return ok(Json.NULL);
                })
                .start()) {
            var run = engine.trigger("f");
            engine.timer().awaitAlarmWithin(Duration.ofSeconds(30));
            engine.timer().awaitAlarmWithin(TestFlows.TIME_LIMIT);
            engine.timer().advance(Duration.ofSeconds(30));

            assertThat(engine.awaitEnd(run).error().orElseThrow().code()).isEqualTo(ErrorCode.RUN_TIMEOUT);
        }
    }

    @Test
    void aSecondRunReusesWhatTheFirstExecuted() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a", "b <- a")).start()) {
            engine.awaitEnd(engine.trigger("f"));
            var second = engine.trigger("f");
            engine.awaitEnd(second);

            assertThat(engine.statuses(second).values()).containsOnly(StepStatus.SKIPPED);
            assertThat(engine.skills().executed()).containsExactly("a", "b");
        }
    }

    @Test
    void aHitThatIsGoneWhenItIsRecordedIsExecutedInTheSameTurn() throws InterruptedException {
        var engineBox = new TestEngine[1];
        var armed = new AtomicBoolean();
        try (var engine = TestEngine.with(flow("f", "a"))
                .journal(journal -> batch -> {
                    if (armed.getAndSet(false)) {
                        engineBox[0].store().invalidateResults();
                    }
                    return journal.commit(batch);
                })
                .start()) {
            engineBox[0] = engine;
            engine.awaitEnd(engine.trigger("f"));
            armed.set(true);
            var second = engine.trigger("f");

            assertThat(engine.awaitEnd(second).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("a")).hasSize(2);
            assertThat(step(engine, second, "a").decision())
                    .flatMap(StepDecision::reason)
                    .contains(MissReason.INVALIDATED);
        }
    }

    @Test
    void aResultTheStoreRefusesFailsOnlyItsStep() throws InterruptedException {
        var bothDone = new CyclicBarrier(2);
        try (var engine = TestEngine.with(flow("f", "good", "poison").keepGoing())
                .skill("good", _ -> meet(bothDone))
                .skill("poison", _ -> meet(bothDone))
                .journal(DrivingTest::refusingPoison)
                .start()) {
            var run = engine.trigger("f");

            assertThat(engine.awaitEnd(run).error().orElseThrow().code()).isEqualTo(ErrorCode.RESULT_REFUSED);
            assertThat(engine.statuses(run))
                    .isEqualTo(Map.of("good", StepStatus.COMPLETED, "poison", StepStatus.FAILED));
        }
    }

    private static Journal refusingPoison(Journal journal) {
        return batch -> {
            var poisoned = batch.stream()
                    .flatMap(entry -> entry.transitions().stream())
                    .anyMatch(transition ->
                            transition instanceof Transition.StepMoved(int step, var _, StepState.Completed _)
                                    && step == 1);
            return poisoned
                    ? batch.stream()
                            .<Journal.Outcome>map(_ -> new Journal.Outcome.Refused("it cannot be stored"))
                            .toList()
                    : journal.commit(batch);
        };
    }

    private static Result meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(20, TimeUnit.SECONDS);
            return ok(Json.TRUE);
        } catch (BrokenBarrierException | TimeoutException e) {
            return broken("nobody came");
        }
    }

    private static StepRecord step(TestEngine engine, UUID run, String id) {
        return engine.store()
                .queries()
                .step(TestEngine.TENANT, run, id)
                .orElseThrow()
                .step();
    }
}
