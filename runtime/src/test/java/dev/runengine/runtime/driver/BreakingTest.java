package dev.runengine.runtime.driver;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.RunStatus;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A run that breaks its driver each time. */
class BreakingTest {
    private final Signal refused = new Signal();

    @Test
    void aRunWhoseStartIsRefusedAgainAndAgainFails() throws InterruptedException {
        try (var engine = refusing()) {
            var run = brokenBefore(engine, 4);
            engine.addWorker();
            refused.await();
            engine.worker().close();

            var shown = engine.run(run);
            assertThat(shown.status()).isEqualTo(RunStatus.FAILED);
            assertThat(shown.error().orElseThrow().code()).isEqualTo(ErrorCode.RUN_BROKEN);
            assertThat(shown.error().orElseThrow().message()).contains("too large for the row");
        }
    }

    @Test
    void aRunThatBrokeLessOftenIsTriedAgain() throws InterruptedException {
        try (var engine = refusing()) {
            var run = brokenBefore(engine, 3);
            engine.addWorker();
            refused.await();
            engine.worker().close();
            assertThat(engine.run(run).status()).isEqualTo(RunStatus.QUEUED);
        }
    }

    private TestEngine refusing() {
        return TestEngine.with(flow("f", "a"))
                .journal(_ -> batch -> {
                    refused.give();
                    return batch.stream()
                            .<Journal.Outcome>map(_ -> new Journal.Outcome.Refused("too large for the row"))
                            .toList();
                })
                .startWithoutWorker();
    }

    private static UUID brokenBefore(TestEngine engine, int times) {
        var run = engine.trigger("f");
        try (var queue = engine.store().worker()) {
            for (int i = 0; i < times; i++) {
                queue.giveBackBroken(queue.claim(1).getFirst().ownership(), Duration.ZERO);
            }
        }
        return run;
    }
}
