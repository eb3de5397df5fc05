package dev.runengine.runtime.worker;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.RunStatus;
import dev.runengine.runtime.port.SkillRunner.Request;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs that go from one worker to another: handed over, or left behind by the dead. */
class OwnershipTest {
    private final Signal firstStarted = new Signal();
    private final Signal release = new Signal();
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void aClosedWorkerHandsItsRunsOverAndNothingCountsAsLost() throws InterruptedException {
        try (var engine = engineThatIsStuckInItsSecondStep()) {
            var run = engine.trigger("f");
            firstStarted.await();
            engine.worker().close();
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.RUNNING);

            engine.addWorker();
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("a")).as("it was done").hasSize(1);
            assertThat(counters(engine, run)).isEqualTo(new Counters(2, 0, 0));
            assertThatOneKeyWasUsed(engine);
        }
    }

    @Test
    void theRunOfADeadWorkerIsResumedAndNoDoneStepRunsAgain() throws InterruptedException {
        try (var engine = engineThatIsStuckInItsSecondStep()) {
            var run = engine.trigger("f");
            firstStarted.await();
            engine.worker().die();
            engine.addWorker();

            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("a")).hasSize(1);
            assertThat(counters(engine, run)).isEqualTo(new Counters(2, 0, 1));
            assertThatOneKeyWasUsed(engine);
        }
    }

    @Test
    void whatAnOwnerThatWasReplacedStillCommitsChangesNothing() throws InterruptedException {
        var secondMayEnd = new Signal();
        try (var engine = TestEngine.with(flow("f", "a"))
                .skill("a", _ -> {
                    if (starts.incrementAndGet() == 1) {
                        firstStarted.give();
                        release.await();
                        return ok(Json.of("stale"));
                    }
                    release.give();
                    secondMayEnd.await();
                    return ok(Json.of("fresh"));
                })
                .start()) {
            var run = engine.trigger("f");
            firstStarted.await();
            engine.worker().die();
            engine.addWorker();
            release.await();
            engine.worker().close(); // its driver has ended by then: fenced off, or told to give up
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.RUNNING);

            secondMayEnd.give();
            engine.awaitEnd(run);
            assertThat(engine.store()
                            .queries()
                            .step(TestEngine.TENANT, run, "a")
                            .orElseThrow()
                            .output())
                    .contains(Json.of("fresh"));
        }
    }

    private TestEngine engineThatIsStuckInItsSecondStep() {
        return TestEngine.with(flow("f", "a", "b <- a", "c <- b"))
                .skill("b", _ -> {
                    if (starts.incrementAndGet() == 1) {
                        firstStarted.give();
                        release.await();
                    }
                    return ok(Json.of("done"));
                })
                .start();
    }

    private static Counters counters(TestEngine engine, UUID run) {
        return engine.store()
                .queries()
                .step(TestEngine.TENANT, run, "b")
                .orElseThrow()
                .step()
                .counters();
    }

    private static void assertThatOneKeyWasUsed(TestEngine engine) {
        assertThat(engine.skills().executions("b").stream()
                        .map(Request::executionKey)
                        .distinct())
                .hasSize(1);
    }
}
