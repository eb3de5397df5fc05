package dev.runengine.store.engine;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.port.SkillRunner.Request;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.store.contract.PostgresStoreUnderTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Time limits of runs that outlive a worker, end, and are retried, as the database remembers them. */
class TimeLimitOnPostgresTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LONGER = Duration.ofHours(1);

    private final Semaphore started = new Semaphore(0);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void theLimitCountsFromTheRunsStartThoughItsWorkerDied() throws InterruptedException {
        try (var engine = engine()) {
            var run = engine.trigger("f");
            started.acquire();
            engine.timer().advance(LIMIT.minusMinutes(1));
            engine.worker().die();
            engine.addWorker();
            started.acquire();
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.RUNNING);

            engine.timer().advance(Duration.ofMinutes(1));
            assertThatItRanOutOfTime(engine, run);
        }
    }

    @Test
    void aRetriedRunHasItsWholeLimitAgainThoughItsWorkerDies() throws InterruptedException {
        try (var engine = engine()) {
            var run = engine.trigger("f");
            started.acquire();
            engine.timer().advance(LIMIT);
            assertThatItRanOutOfTime(engine, run);

            engine.retry(run);
            started.acquire();
            var retried = engine.run(run);
            assertThat(retried.status()).isEqualTo(RunStatus.RUNNING);
            assertThat(retried.error()).isEmpty();
            assertThat(retried.completedAt()).isEmpty();
            engine.worker().die();
            engine.addWorker();
            started.acquire();
            mayEnd.countDown();

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("first")).as("was done").hasSize(1);
            assertThat(engine.statuses(run)).containsEntry("slow", StepStatus.COMPLETED);
        }
    }

    private TestEngine engine() {
        return TestEngine.with(flow("f", "first")
                        .step(TestFlows.step("slow <- first").timeLimit(LONGER))
                        .timeLimit(LIMIT))
                .store(new PostgresStoreUnderTest())
                .skill("slow", this::slow)
                .start();
    }

    private Result slow(Request request) throws InterruptedException {
        started.release();
        mayEnd.await();
        return ok(Json.TRUE);
    }

    private static void assertThatItRanOutOfTime(TestEngine engine, UUID run) throws InterruptedException {
        var ended = engine.awaitEnd(run);
        assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.error())
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(ErrorCode.RUN_TIMEOUT));
        assertThat(ended.steps().completed()).isEqualTo(1);
    }
}
