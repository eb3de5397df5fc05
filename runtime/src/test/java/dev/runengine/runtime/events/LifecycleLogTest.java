package dev.runengine.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.runtime.memory.InMemoryHotTier;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LifecycleLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.runengine.lifecycle");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void aRunIsToldLineByLine() throws InterruptedException {
        String run;
        try (var engine = TestEngine.with(TestFlows.flow("song", "a", "b <- a").cache(CachePolicy.GLOBAL))
                .listener(new LifecycleLog("memory"))
                .start()) {
            run = "runId=" + engine.awaitEnd(engine.trigger("song")).runId();
        }
        assertThat(texts())
                .startsWith("[RunEngine] Run started: " + run + ", workflow=song")
                .contains("[RunEngine] Step started: " + run + ", stepId=b")
                .anyMatch(text -> text.matches("\\[RunEngine] Cache miss: song:a:[0-9a-f]{64}"))
                .anyMatch(text -> text.matches("\\[RunEngine] Step completed: " + run + ", stepId=a, durationMs=\\d+"));
        assertThat(texts().getLast()).matches("\\[RunEngine] Run completed: " + run + ", totalDurationMs=\\d+");
    }

    @Test
    void aRepeatedRunSaysWhereItsResultsComeFrom() throws InterruptedException {
        String repeat;
        try (var engine = TestEngine.with(TestFlows.flow("song", "a").cache(CachePolicy.GLOBAL))
                .listener(new LifecycleLog("memory"))
                .start()) {
            engine.awaitEnd(engine.trigger("song"));
            repeat = "runId=" + engine.awaitEnd(engine.trigger("song")).runId();
        }
        assertThat(texts())
                .contains("[RunEngine] Step skipped (cache hit): " + repeat + ", stepId=a")
                .anyMatch(text -> text.matches("\\[RunEngine] Cache hit \\(DB\\): song:a:[0-9a-f]{64}"));
    }

    @Test
    void aHotResultIsSaidToComeFromTheTierThatHadIt() throws InterruptedException {
        for (var tier : List.of("memory", "Redis")) {
            try (var engine = TestEngine.with(TestFlows.flow("song", "a").cache(CachePolicy.GLOBAL))
                    .hot(new InMemoryHotTier(InstantSource.system()))
                    .listener(new LifecycleLog(tier))
                    .start()) {
                engine.awaitEnd(engine.trigger("song"));
                engine.awaitEnd(engine.trigger("song"));
            }
            assertThat(texts().stream().filter(text -> text.startsWith("[RunEngine] Cache hit")))
                    .last()
                    .asString()
                    .matches("\\[RunEngine] Cache hit \\(" + tier + "\\): song:a:[0-9a-f]{64}");
        }
    }

    @Test
    void everyFailedAttemptIsToldOnceAndTheRunNamesTheStep() throws InterruptedException {
        String run;
        var twice = TestFlows.step("a").retry(RetryPolicy.of(2, Duration.ofSeconds(1)));
        try (var engine = TestEngine.with(TestFlows.flow("song").step(twice))
                .skill("a", _ -> new Result.Failed(new SkillFailure.Broken("no luck")))
                .listener(new LifecycleLog("memory"))
                .start()) {
            var id = engine.trigger("song");
            engine.timer().awaitAlarmWithin(Duration.ofSeconds(2));
            engine.timer().advance(Duration.ofSeconds(2));
            run = "runId=" + engine.awaitEnd(id).runId();
        }
        assertThat(texts().stream().filter(text -> text.contains("failed")))
                .containsExactly(
                        "[RunEngine] Step failed: " + run + ", stepId=a, error=SKILL_FAILED, attempt=1",
                        "[RunEngine] Step failed: " + run + ", stepId=a, error=SKILL_FAILED, attempt=2",
                        "[RunEngine] Run failed: " + run + ", failedStep=a, error=MAX_RETRIES_EXCEEDED");
    }

    @Test
    void theSameStandsInFields() throws InterruptedException {
        try (var engine = TestEngine.with(TestFlows.flow("song", "a"))
                .listener(new LifecycleLog("memory"))
                .start()) {
            engine.awaitEnd(engine.trigger("song"));
        }
        assertThat(lines.list)
                .allSatisfy(line -> assertThat(line.getKeyValuePairs())
                        .extracting(pair -> pair.key)
                        .contains("runId", "tenantId", "workflow"));
    }

    private List<String> texts() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
