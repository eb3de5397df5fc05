package dev.runengine.runtime.engine;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.TestEngine;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Failed runs that are queued again. */
class RetryingTest {
    @Test
    void aRetriedRunGoesOnWhereItFailed() throws InterruptedException {
        var down = new AtomicBoolean(true);
        try (var engine = TestEngine.with(flow("f", "a", "b <- a"))
                .skill("b", _ -> down.get() ? new Result.Failed(new SkillFailure.Rejected("no")) : ok(Json.TRUE))
                .start()) {
            var run = engine.trigger("f");
            assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.FAILED);

            down.set(false);
            engine.retry(run);
            var ended = engine.awaitEnd(run);
            assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(ended.error()).isEmpty();
            assertThat(engine.skills().executed()).containsExactly("a", "b", "b");
        }
    }
}
