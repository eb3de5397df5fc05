package dev.runengine.runtime.driver;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Skills that are told to stop, and runs that are cancelled. */
class StoppingTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Signal started = new Signal();
    private final Signal interrupted = new Signal();
    private final Signal never = new Signal();

    @Test
    void aSkillThatTakesTooLongIsInterruptedAndItsAttemptFails() throws InterruptedException {
        try (var engine = engine("f", this::obedient)) {
            var run = engine.trigger("f");
            engine.timer().awaitAlarmWithin(TestFlows.TIME_LIMIT);
            engine.timer().advance(TestFlows.TIME_LIMIT);

            interrupted.await();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.FAILED);
            assertThat(error(engine, run).code()).isEqualTo(ErrorCode.SKILL_TIMEOUT);
        }
    }

    @Test
    void aStepsOwnLimitCountsInsteadOfTheSkills() throws InterruptedException {
        var shorter = TestFlows.TIME_LIMIT.dividedBy(4);
        try (var engine = TestEngine.with(flow("f")
                        .step(TestFlows.step("a").retry(RetryPolicy.NONE).timeLimit(shorter)))
                .skill("a", _ -> {
                    obedient();
                    return ok(Json.of("too late"));
                })
                .start()) {
            var run = engine.trigger("f");
            started.await();
            assertThat(engine.skills().executions("a").getFirst().deadline())
                    .isEqualTo(engine.timer().instant().plus(shorter));
            engine.timer().awaitAlarmWithin(shorter);
            engine.timer().advance(shorter);

            interrupted.await();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.FAILED);
            assertThat(error(engine, run).message()).contains("15 s");
        }
    }

    @Test
    void aSkillThatIgnoresItIsAbandonedAfterTheGrace() throws InterruptedException {
        try (var engine = engine("f", this::stubborn)) {
            var run = engine.trigger("f");
            engine.timer().awaitAlarmWithin(TestFlows.TIME_LIMIT);
            engine.timer().advance(TestFlows.TIME_LIMIT);
            engine.timer().awaitAlarmWithin(GRACE);
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.RUNNING);

            engine.timer().advance(GRACE);
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.FAILED);
            assertThat(error(engine, run).code()).isEqualTo(ErrorCode.SKILL_TIMEOUT);
            never.give();
        }
    }

    @Test
    void aCancelInterruptsWhatExecutes() throws InterruptedException {
        try (var engine = engine("f", this::obedient)) {
            var run = engine.trigger("f");
            started.await();
            assertThat(cancel(engine, run)).isInstanceOf(Answer.Accepted.class);

            interrupted.await();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(engine.statuses(run).values()).containsOnly(StepStatus.CANCELLED);
        }
    }

    @Test
    void theResultOfASkillThatIgnoresACancelIsDropped() throws InterruptedException {
        try (var engine = engine("f", this::stubborn)) {
            var run = engine.trigger("f");
            started.await();
            cancel(engine, run);
            engine.timer().awaitAlarmWithin(GRACE);
            engine.timer().advance(GRACE);

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.CANCELLED);
            never.give();
            assertThat(engine.statuses(run).values()).containsOnly(StepStatus.CANCELLED);
        }
    }

    @Test
    void cancellingTwiceIsNoError() throws InterruptedException {
        try (var engine = engine("f", this::obedient)) {
            var run = engine.trigger("f");
            started.await();
            cancel(engine, run);
            assertThat(cancel(engine, run)).isInstanceOf(Answer.Accepted.class);
            engine.awaitEnd(run);
            assertThat(cancel(engine, run)).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void aQueuedRunIsCancelledWithoutAWorker() {
        try (var engine = TestEngine.with(flow("f", "a")).startWithoutWorker()) {
            var run = engine.trigger("f");
            assertThat(cancel(engine, run)).isInstanceOf(Answer.Accepted.class);

            assertThat(engine.run(run).status()).isEqualTo(RunStatus.CANCELLED);
            engine.addWorker().close();
            assertThat(engine.skills().executed()).isEmpty();
        }
    }

    @Test
    void aRunThatIsOverCannotBeCancelled() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a")).start()) {
            var run = engine.trigger("f");
            engine.awaitEnd(run);

            assertThat(cancel(engine, run))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.RUN_ALREADY_OVER));
        }
    }

    private static TestEngine engine(String flow, Skill skill) {
        return TestEngine.with(flow(flow)
                        .step(TestFlows.step("a").retry(RetryPolicy.NONE))
                        .step(TestFlows.step("b <- a")))
                .skill("a", _ -> {
                    skill.run();
                    return ok(Json.of("too late"));
                })
                .start();
    }

    private interface Skill {
        void run() throws InterruptedException;
    }

    private void obedient() throws InterruptedException {
        started.give();
        try {
            never.await();
        } catch (InterruptedException e) {
            interrupted.give();
            throw e;
        }
    }

    private void stubborn() {
        started.give();
        never.awaitStubbornly();
    }

    private static Answer<RunRecord> cancel(TestEngine engine, UUID run) {
        return engine.engine().cancel(TestEngine.TENANT, run);
    }

    private static StepError error(TestEngine engine, UUID run) {
        return engine.store()
                .queries()
                .step(TestEngine.TENANT, run, "a")
                .orElseThrow()
                .step()
                .error()
                .orElseThrow();
    }
}
