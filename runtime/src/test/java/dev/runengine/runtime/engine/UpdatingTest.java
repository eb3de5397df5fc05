package dev.runengine.runtime.engine;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.plan.Plan;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.port.TriggerType;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.runtime.testing.TestSkills;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Updates of finished runs: what executes again, what does not, and what is said of it before. */
class UpdatingTest {
    private static final String AUDIO = "audio.update";
    private static final String CALM = """
            {"parts": {"bgm": {"mood": "calm"}}}""";

    @Test
    void exactlyTheSeedsAndWhatFollowsFromThemExecute() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = engine.trigger("build");
            engine.awaitEnd(base);
            int before = engine.skills().executed().size();

            var update = engine.update(base, AUDIO, bgm("faster"));
            var ended = engine.awaitEnd(update);

            assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(ended.triggerType()).isEqualTo(TriggerType.UPDATE);
            assertThat(ended.baseRunId()).contains(base);
            assertThat(executedSince(engine, before)).containsExactly("bgm", "mix", "assemble");
            assertThat(engine.statuses(update))
                    .containsEntry("plan", StepStatus.SKIPPED)
                    .containsEntry("intro", StepStatus.SKIPPED)
                    .containsEntry("uncached", StepStatus.SKIPPED);
        }
    }

    @Test
    void theAnswerSaysHowManyStepsWillBeReExecuted() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = engine.trigger("build");
            engine.awaitEnd(base);

            var answer = engine.engine().triggerUpdate(UpdateRequest.of(TestEngine.TENANT, base, AUDIO, bgm("faster")));
            assertThat(TestEngine.accepted(answer).message())
                    .isEqualTo("Update run queued - 3 steps will be re-executed");
            engine.awaitEnd(TestEngine.accepted(answer).runId());
        }
    }

    @Test
    void aPlanChangesNothingAndSaysWhatWouldRun() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = engine.trigger("build");
            engine.awaitEnd(base);

            var plan = engine.engine().plan(UpdateRequest.of(TestEngine.TENANT, base, AUDIO, bgm("faster")));
            assertThat(plan)
                    .isInstanceOfSatisfying(
                            Answer.Accepted.class,
                            accepted -> assertThat(((PlannedUpdate) accepted.value())
                                            .plan()
                                            .steps())
                                    .extracting(Plan.PlannedStep::expectation)
                                    .containsExactly(
                                            Expectation.REUSE,
                                            Expectation.RUN,
                                            Expectation.REUSE,
                                            Expectation.REUSE,
                                            Expectation.MAYBE,
                                            Expectation.MAYBE));
            assertThat(engine.store().queries().counts().completed()).isEqualTo(1);
            assertThat(engine.store().queries().counts().waiting()).isZero();
        }
    }

    @Test
    void aChangeThatChangesNothingExecutesNothing() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = engine.trigger("build", JsonReader.parse(CALM));
            engine.awaitEnd(base);
            int before = engine.skills().executed().size();

            engine.awaitEnd(engine.update(base, AUDIO, bgm("calm")));
            assertThat(executedSince(engine, before)).isEmpty();
        }
    }

    @Test
    void updatesOfUpdatesAccumulate() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = engine.trigger("build");
            engine.awaitEnd(base);
            var faster = engine.update(base, AUDIO, bgm("faster"));
            engine.awaitEnd(faster);
            int before = engine.skills().executed().size();

            var brighter = engine.update(faster, "intro.update", Json.object("look", Json.of("brighter")));
            assertThat(engine.awaitEnd(brighter).trigger().orElseThrow()).isEqualTo(JsonReader.parse("""
                    {"parts": {"bgm": {"mood": "faster"}, "intro": {"look": "brighter"}}}"""));
            assertThat(executedSince(engine, before)).containsExactly("intro", "assemble");
            assertThat(output(engine, brighter, "mix")).isEqualTo(output(engine, faster, "mix"));
        }
    }

    @Test
    void aForcedUpdateExecutesItsSeedsAndStopsWhereNothingDiffers() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = engine.trigger("build", JsonReader.parse(CALM));
            engine.awaitEnd(base);
            int before = engine.skills().executed().size();

            var forced = new UpdateRequest(
                    TestEngine.TENANT, base, AUDIO, Json.object(), true, Optional.empty(), CacheFlags.DEFAULT);
            engine.awaitEnd(
                    TestEngine.accepted(engine.engine().triggerUpdate(forced)).runId());
            assertThat(executedSince(engine, before)).containsExactly("bgm");
        }
    }

    @Test
    void aRefreshReplacesTheCachedResultThoughTheBaseRunTellsWhyItRan() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var executions = new AtomicInteger();
            engine.skills().define("bgm", _ -> TestSkills.ok(Json.of(executions.incrementAndGet())));
            var base = engine.trigger("build");
            engine.awaitEnd(base);
            engine.awaitEnd(engine.update(base, AUDIO, bgm("faster")));
            var refresh = new UpdateRequest(
                    TestEngine.TENANT,
                    base,
                    AUDIO,
                    bgm("faster"),
                    false,
                    Optional.empty(),
                    new CacheFlags(false, true, true));
            engine.awaitEnd(
                    TestEngine.accepted(engine.engine().triggerUpdate(refresh)).runId());

            var reusing = engine.update(base, AUDIO, bgm("faster"));
            engine.awaitEnd(reusing);
            assertThat(output(engine, reusing, "bgm")).isEqualTo(Json.of(3));
        }
    }

    private static WorkflowBuilder build() {
        return flow("build", "plan", "bgm <- plan", "intro <- plan")
                .step(TestFlows.step("uncached <- plan").cache(CachePolicy.OFF))
                .step(TestFlows.step("mix <- bgm"))
                .step(TestFlows.step("assemble <- mix intro uncached"))
                .change(Workflows.change(AUDIO).seeds("bgm").mergeAt("/parts/bgm"))
                .change(Workflows.change("intro.update").seeds("intro").mergeAt("/parts/intro"));
    }

    private static Json bgm(String mood) {
        return Json.object("mood", Json.of(mood));
    }

    private static List<String> executedSince(TestEngine engine, int before) {
        var executed = engine.skills().executed();
        return executed.subList(before, executed.size());
    }

    private static Json output(TestEngine engine, UUID run, String step) {
        return engine.store()
                .queries()
                .step(TestEngine.TENANT, run, step)
                .orElseThrow()
                .output()
                .orElseThrow();
    }
}
