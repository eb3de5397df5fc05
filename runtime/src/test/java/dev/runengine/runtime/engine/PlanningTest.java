package dev.runengine.runtime.engine;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.plan.Bill;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Plan.PlannedStep;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plans that are executed as they are, or not at all. */
class PlanningTest {
    private static final String AUDIO = "audio.update";

    @Test
    void aPlanIsExecutedAsItIsAndOnlyOnce() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            var plan = plan(engine, change(base, "faster"));

            var run = queued(engine.engine().execute(TestEngine.TENANT, base, plan.planId()));
            engine.awaitEnd(run.runId());
            assertThat(run.runId()).isEqualTo(plan.planId());
            assertThat(run.message()).isEqualTo("Update run queued - 3 steps will be re-executed");
            assertThat(engine.statuses(run.runId()))
                    .containsEntry("plan", StepStatus.SKIPPED)
                    .containsEntry("bgm", StepStatus.COMPLETED)
                    .containsEntry("clip", StepStatus.COMPLETED);
            int executed = engine.skills().executed().size();

            var again = queued(engine.engine().execute(TestEngine.TENANT, base, plan.planId()));
            assertThat(again.runId()).isEqualTo(run.runId());
            assertThat(engine.skills().executed()).hasSize(executed);
        }
    }

    @Test
    void aHeldResultIsAPromiseAndWhatFollowsFromItIsKnown() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            finished(engine, engine.update(base, AUDIO, mood("faster")));
            finished(engine, engine.update(base, AUDIO, mood("slower")));

            var plan = plan(engine, change(base, "faster"));
            assertThat(expectations(plan))
                    .containsOnly(
                            Map.entry("plan", Expectation.REUSE),
                            Map.entry("bgm", Expectation.REUSE),
                            Map.entry("mix", Expectation.REUSE),
                            Map.entry("clip", Expectation.REUSE));
            assertThat(plan.plan().entries()).hasSize(3);
            int executed = engine.skills().executed().size();
            finished(
                    engine,
                    queued(engine.engine().execute(TestEngine.TENANT, base, plan.planId()))
                            .runId());
            assertThat(engine.skills().executed()).hasSize(executed);
        }
    }

    @Test
    void aPlanWhoseResultsAreGoneIsNotExecutedAndAnotherIsOffered() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            finished(engine, engine.update(base, AUDIO, mood("faster")));
            var plan = plan(engine, change(base, "faster"));
            engine.store().invalidateResults();
            int executed = engine.skills().executed().size();

            var stale = (PlanOutcome.Stale) accepted(engine.engine().execute(TestEngine.TENANT, base, plan.planId()));
            assertThat(stale.broken()).extracting(broken -> broken.stepId()).containsExactly("bgm", "mix", "clip");
            assertThat(stale.broken().getFirst().planned().orElseThrow().expectation())
                    .isEqualTo(Expectation.REUSE);
            assertThat(stale.broken().getFirst().now().orElseThrow().expectation())
                    .isEqualTo(Expectation.RUN);
            assertThat(engine.skills().executed()).hasSize(executed);

            var run = queued(
                    engine.engine().execute(TestEngine.TENANT, base, stale.now().planId()));
            finished(engine, run.runId());
            assertThat(engine.skills().executed()).hasSize(executed + 3);
        }
    }

    @Test
    void aResultThatSomebodyElseHasMadeMeanwhileIsOfferedToo() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            var plan = plan(engine, change(base, "faster"));
            finished(engine, engine.update(base, AUDIO, mood("faster")));

            var stale = (PlanOutcome.Stale) accepted(engine.engine().execute(TestEngine.TENANT, base, plan.planId()));
            assertThat(stale.now().plan().stepsToExecute()).isZero();
        }
    }

    @Test
    void anotherChangeOfTheSameWorkflowMeanwhileMakesNoPlanStale() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            var plan = plan(engine, change(base, "faster"));
            finished(engine, engine.update(base, AUDIO, mood("slower")));

            finished(
                    engine,
                    queued(engine.engine().execute(TestEngine.TENANT, base, plan.planId()))
                            .runId());
        }
    }

    @Test
    void anExpiredPlanIsReplaced() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            var plan = plan(engine, change(base, "faster"));
            engine.timer().advance(Duration.ofMinutes(15));

            var stale = (PlanOutcome.Stale) accepted(engine.engine().execute(TestEngine.TENANT, base, plan.planId()));
            assertThat(stale.broken()).isEmpty();
            assertThat(stale.now().planId()).isNotEqualTo(plan.planId());
            assertThat(expectations(stale.now())).isEqualTo(expectations(plan));
        }
    }

    @Test
    void aPlanBelongsToItsTenantAndItsRun() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            var other = finished(engine, engine.trigger("build"));
            var plan = plan(engine, change(base, "faster"));

            assertThat(refused(engine.engine().execute("other", base, plan.planId())))
                    .isEqualTo(ErrorCode.PLAN_NOT_FOUND);
            assertThat(refused(engine.engine().execute(TestEngine.TENANT, other, plan.planId())))
                    .isEqualTo(ErrorCode.REQUEST_INVALID);
            assertThat(refused(engine.engine().execute(TestEngine.TENANT, base, new UUID(1, 1))))
                    .isEqualTo(ErrorCode.PLAN_NOT_FOUND);
        }
    }

    @Test
    void aPinnedStepKeepsItsResultAndWhatOnlyFollowsFromItToo() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));
            var pinned = pinning(change(base, "faster"), "mix");

            var plan = plan(engine, pinned);
            assertThat(expectations(plan))
                    .containsEntry("bgm", Expectation.RUN)
                    .containsEntry("mix", Expectation.REUSE)
                    .containsEntry("clip", Expectation.REUSE);
            assertThat(plan.plan().steps())
                    .filteredOn(step -> step.stepId().equals("mix"))
                    .extracting(PlannedStep::reason)
                    .containsExactly("it is pinned to the base run's result");
            int before = engine.skills().executed().size();
            finished(
                    engine,
                    queued(engine.engine().execute(TestEngine.TENANT, base, plan.planId()))
                            .runId());
            var executed = engine.skills().executed();
            assertThat(executed.subList(before, executed.size())).containsExactly("bgm");
        }
    }

    @Test
    void whatCannotBePinnedIsRefusedByPlace() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var base = finished(engine, engine.trigger("build"));

            var refused =
                    (Answer.Refused<?>) engine.engine().plan(pinning(change(base, "faster"), "mix", "bgm", "mixx"));
            assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
            assertThat(refused.problems())
                    .extracting(problem -> problem.pointer())
                    .containsExactly("/pin/1", "/pin/2");
            assertThat(refused.message()).contains("what the change is about", "there is no step mixx");
        }
    }

    @Test
    void timeAndMoneyAreEstimatedFromWhatWasExecutedAndNothingElse() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            engine.skills().define("bgm", _ -> new Result.Succeeded(Json.of(1), new Usage(250_000, 0), List.of()));
            var base = finished(engine, engine.trigger("build"));

            var plan = plan(engine, change(base, "faster"));
            var bgm = Objects.requireNonNull(plan.estimates().get("bgm"));
            assertThat(bgm.samples()).isEqualTo(1);
            assertThat(bgm.costMicros().p50()).isEqualTo(250_000);
            assertThat(plan.bill().least().costMicros()).isEqualTo(250_000);
            assertThat(plan.bill().runUnknown()).isZero();
            assertThat(plan.bill()).isEqualTo(Bill.of(plan.plan(), plan.estimates()));
        }
    }

    @Test
    void forcedWithTheSameContentTheSeedsRunAndTheRestIsReused() throws InterruptedException {
        try (var engine = TestEngine.with(build()).start()) {
            var calm = Json.object("parts", Json.object("bgm", mood("calm")));
            var base = finished(engine, engine.trigger("build", calm));
            var forced = new UpdateRequest(
                    TestEngine.TENANT, base, AUDIO, Json.object(), true, Optional.empty(), CacheFlags.DEFAULT);

            var plan = plan(engine, forced);
            assertThat(expectations(plan))
                    .containsEntry("plan", Expectation.REUSE)
                    .containsEntry("bgm", Expectation.RUN)
                    .containsEntry("mix", Expectation.MAYBE)
                    .containsEntry("clip", Expectation.MAYBE);
            int before = engine.skills().executed().size();
            finished(
                    engine,
                    queued(engine.engine().execute(TestEngine.TENANT, base, plan.planId()))
                            .runId());
            var executed = engine.skills().executed();
            assertThat(executed.subList(before, executed.size())).containsExactly("bgm");
        }
    }

    private static WorkflowBuilder build() {
        return flow("build", "plan", "bgm <- plan", "mix <- bgm", "clip <- mix")
                .change(Workflows.change(AUDIO).seeds("bgm").mergeAt("/parts/bgm"));
    }

    private static UpdateRequest change(UUID base, String mood) {
        return UpdateRequest.of(TestEngine.TENANT, base, AUDIO, mood(mood));
    }

    private static UpdateRequest pinning(UpdateRequest change, String... steps) {
        return new UpdateRequest(
                change.tenant(),
                change.baseRunId(),
                change.changeType(),
                change.payload(),
                change.force(),
                change.workflowVersion(),
                change.cache(),
                List.of(steps));
    }

    private static Json mood(String mood) {
        return Json.object("mood", Json.of(mood));
    }

    private static UUID finished(TestEngine engine, UUID run) throws InterruptedException {
        engine.awaitEnd(run);
        return run;
    }

    private static PlannedUpdate plan(TestEngine engine, UpdateRequest request) {
        return accepted(engine.engine().plan(request));
    }

    private static Map<String, Expectation> expectations(PlannedUpdate planned) {
        return planned.plan().steps().stream().collect(Collectors.toMap(PlannedStep::stepId, PlannedStep::expectation));
    }

    private static QueuedRun queued(Answer<PlanOutcome> answer) {
        return ((PlanOutcome.Queued) accepted(answer)).run();
    }

    private static <T> T accepted(Answer<T> answer) {
        return ((Answer.Accepted<T>) answer).value();
    }

    private static ErrorCode refused(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).code();
    }
}
