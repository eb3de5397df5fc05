package dev.runengine.runtime.execution;

import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure.TimedOut;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.core.skill.Unattended;
import dev.runengine.runtime.limit.Admission;
import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.memory.InMemoryArtifactStore;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.runtime.testing.ManualTimer;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestSkills;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an execution may ask of the engine while it goes on. */
@Timeout(60)
class SupervisingTest {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ManualTimer timer = new ManualTimer();
    private final TestSkills bodies = new TestSkills();
    private final StepPipeline pipeline = new StepPipeline(
            new Watched(bodies),
            new InMemoryArtifactStore(Path.of("target", "test-artifacts")),
            Host.of(timer),
            new Admission(1, Limits.NONE));

    @Test
    void aSkillThatIsSilentForLongerThanItsLimitCountsAsHung() throws Exception {
        var never = new Signal();
        bodies.define("a", _ -> {
            never.await();
            return ok(Json.NULL);
        });
        var outcome = start("a");
        timer.awaitAlarmWithin(SILENCE);
        timer.advance(SILENCE);
        assertThat(outcome.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        StepOutcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        TimedOut.class,
                                        f -> assertThat(f.message()).contains("no sign of life for 30 s")));
    }

    @Test
    void aSkillThatTellsItsProgressIsNotHung() throws Exception {
        var beat = new Signal();
        var told = new Signal();
        var end = new Signal();
        bodies.define("a", request -> {
            beat.await();
            request.supervisor().heartbeat(0.5);
            told.give();
            end.await();
            return ok(Json.NULL);
        });
        var outcome = start("a");
        timer.awaitAlarmWithin(SILENCE);
        timer.advance(SILENCE.minusSeconds(1));
        beat.give();
        told.await();
        timer.advance(SILENCE.minusSeconds(1));
        end.give();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(StepOutcome.Succeeded.class);
    }

    @Test
    void aSkillThatPausesKeepsNoOtherFromRunning() throws Exception {
        bodies.define("a", request -> {
            request.supervisor().pause(PAUSE);
            return ok(Json.of("a"));
        });
        var waiting = start("a");
        timer.awaitAlarmWithin(PAUSE);

        assertThat(start("b").get(20, TimeUnit.SECONDS)).isInstanceOf(StepOutcome.Succeeded.class);
        assertThat(waiting).isNotDone();
        timer.advance(PAUSE);
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isInstanceOf(StepOutcome.Succeeded.class);
        assertThat(start("b").get(20, TimeUnit.SECONDS))
                .as("the one permit is there again")
                .isInstanceOf(StepOutcome.Succeeded.class);
    }

    private CompletableFuture<StepOutcome> start(String skill) {
        var task = new StepTask(
                new UUID(1, 1),
                "acme",
                skill,
                skill,
                Json.object(),
                1,
                new UUID(2, 2),
                Optional.empty(),
                new Driven(timer));
        var outcome = new CompletableFuture<StepOutcome>();
        Thread.ofVirtual().start(() -> outcome.complete(pipeline.run(task)));
        return outcome;
    }

    /** What a driver gives, but for the ledger. */
    private record Driven(ManualTimer timer) implements Supervisor {
        @Override
        public JobLedger jobs() {
            return new Unattended(timer);
        }

        @Override
        public void heartbeat(double progress) {}

        @Override
        public void pause(Duration time) throws InterruptedException {
            timer.sleep(time);
        }
    }

    /** Skills with a heartbeat limit. */
    private record Watched(TestSkills bodies) implements SkillRunner {
        @Override
        public Optional<SkillDescriptor> find(String id) {
            return Optional.of(new SkillDescriptor(
                    id,
                    "1",
                    "test@1",
                    id,
                    "",
                    List.of(),
                    JObject.EMPTY,
                    JObject.EMPTY,
                    List.of(),
                    Duration.ofMinutes(10),
                    Optional.of(SILENCE)));
        }

        @Override
        public Execution run(Request request) throws InterruptedException {
            return bodies.run(request);
        }
    }
}
