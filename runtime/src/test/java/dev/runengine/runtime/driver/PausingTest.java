package dev.runengine.runtime.driver;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Runs that are paused while they go on, and resumed. */
class PausingTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Signal started = new Signal();
    private final Signal release = new Signal();

    @Test
    void whatExecutesIsKeptNothingNewStartsAndTheWorkerLetsGo() throws InterruptedException {
        try (var engine = engineThatIsStuckInItsFirstStep()) {
            var run = engine.trigger("f");
            started.await();
            assertThat(accepted(engine.engine().pause(TestEngine.TENANT, run)).pausedAt())
                    .isPresent();
            release.give();
            awaitNobodyDrives(engine);

            assertThat(engine.statuses(run))
                    .containsEntry("a", StepStatus.COMPLETED)
                    .containsEntry("b", StepStatus.PENDING);
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.RUNNING);
            assertThat(engine.skills().executed()).containsExactly("a");
        }
    }

    @Test
    void aPauseOutlivesItsWorkerAndTheNextGoesOnOnlyOnceItIsResumed() throws InterruptedException {
        try (var engine = engineThatIsStuckInItsFirstStep()) {
            var run = engine.trigger("f");
            started.await();
            engine.engine().pause(TestEngine.TENANT, run);
            release.give();
            awaitNobodyDrives(engine);
            engine.worker().close();
            engine.addWorker();
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.RUNNING);

            engine.engine().resume(TestEngine.TENANT, run);
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executed()).containsExactly("a", "b");
        }
    }

    @Test
    void resumedBeforeTheWorkerLetGoItGoesOnAtOnce() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a", "other", "b <- other"))
                .skill("a", _ -> {
                    started.give();
                    release.await();
                    return ok(Json.TRUE);
                })
                .skill("b", _ -> {
                    release.give(); // so the run ends only if b starts while a still executes
                    return ok(Json.TRUE);
                })
                .skill("other", _ -> {
                    started.await();
                    started.give();
                    return ok(Json.TRUE);
                })
                .start()) {
            var run = engine.trigger("f");
            engine.engine().pause(TestEngine.TENANT, run);
            engine.engine().resume(TestEngine.TENANT, run);

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void aPausedRunThatNobodyDrivesIsCancelled() throws InterruptedException {
        try (var engine = engineThatIsStuckInItsFirstStep()) {
            var run = engine.trigger("f");
            started.await();
            engine.engine().pause(TestEngine.TENANT, run);
            release.give();
            awaitNobodyDrives(engine);

            engine.engine().cancel(TestEngine.TENANT, run);
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(engine.statuses(run)).containsEntry("a", StepStatus.COMPLETED);
        }
    }

    @Test
    void theTimeLimitDoesNotCountWhileARunIsPaused() throws InterruptedException {
        try (var engine = engineThatIsStuckInItsFirstStep()) {
            var run = engine.trigger("f");
            started.await();
            engine.engine().pause(TestEngine.TENANT, run);
            release.give();
            awaitNobodyDrives(engine);
            engine.timer().advance(LIMIT.multipliedBy(3));

            engine.engine().resume(TestEngine.TENANT, run);
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void aRunThatIsOverIsNotPaused() throws InterruptedException {
        try (var engine = TestEngine.with(flow("f", "a")).start()) {
            var run = engine.trigger("f");
            engine.awaitEnd(run);

            assertThat(engine.engine().pause(TestEngine.TENANT, run))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.RUN_ALREADY_OVER));
        }
    }

    private TestEngine engineThatIsStuckInItsFirstStep() {
        return TestEngine.with(flow("f", "a", "b <- a").timeLimit(LIMIT))
                .skill("a", _ -> {
                    started.give();
                    release.await();
                    return ok(Json.TRUE);
                })
                .start();
    }

    private static void awaitNobodyDrives(TestEngine engine) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (engine.worker().active() > 0) {
            assertThat(System.nanoTime()).as("the worker lets go").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static RunRecord accepted(Answer<RunRecord> answer) {
        return switch (answer) {
            case Answer.Accepted<RunRecord>(var run) -> run;
            case Answer.Refused<RunRecord> refused -> throw new AssertionError(refused.toString());
        };
    }
}
