package dev.runengine.core.run;

import static dev.runengine.core.testing.Flows.compile;
import static dev.runengine.core.testing.Flows.flow;
import static dev.runengine.core.testing.Flows.step;
import static dev.runengine.core.testing.Flows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.BaseRun.Impact;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.testing.RunPlay;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps that are done without being executed, and steps that are executed all the same. */
class ReusingTest {
    private static final UUID BASE = new UUID(7, 7);
    private static final Execution MADE = new Execution(BASE, 12_000, new Usage(40_000, 700));
    private static final CompiledWorkflow CHAIN = flow("a", "b <- a", "c <- b");

    @Test
    void aCascadeOfHitsIsOneTurn() {
        var run = RunPlay.of(CHAIN).cache(ReusingTest::hit).claim();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.commands()).isEmpty();
        assertThat(run.state().tally().skipped()).isEqualTo(3);
        assertThat(run.step("c").counters().attempt()).isZero();
        assertThat(run.step("c", StepState.Reused.class).decision().verdict()).isEqualTo(Verdict.HIT_COLD);
    }

    @Test
    void aReusedStepKnowsTheExecutionThatIsNotPaidAgain() {
        var hit = RunPlay.of(CHAIN).cache(ReusingTest::hit).claim();
        assertThat(hit.step("a", StepState.Reused.class).madeBy()).contains(MADE);

        var executed = RunPlay.of(CHAIN).claim().succeed("a", "b", "c");
        var made = executed.step("a", StepState.Completed.class).execution(BASE);
        var untouched =
                RunPlay.update(CHAIN, base(executed, impact(2), StepSet.EMPTY)).claim();
        assertThat(untouched.step("a", StepState.Reused.class).madeBy()).contains(made);
        var unchanged = RunPlay.update(CHAIN, base(executed, impact(0, 1, 2), StepSet.EMPTY))
                .claim();
        assertThat(unchanged.step("a", StepState.Reused.class).madeBy()).contains(made);
    }

    @Test
    void anUpdateOfAnUpdateStillKnowsTheExecutionAndWhatItWasMadeFrom() {
        var executed = RunPlay.of(CHAIN).claim().succeed("a", "b", "c");
        var update = RunPlay.update(CHAIN, base(executed, impact(2), StepSet.of(2)))
                .claim()
                .succeed("c");

        var again =
                RunPlay.update(CHAIN, base(update, impact(2), StepSet.EMPTY)).claim();

        var a = executed.step("a", StepState.Completed.class);
        assertThat(again.step("a", StepState.Reused.class).madeBy()).contains(a.execution(BASE));
        assertThat(again.step("a", StepState.Reused.class).fingerprint()).contains(a.fingerprint());
    }

    @Test
    void whatIsNotKnownOfAnExecutionStaysUnknown() {
        var run = RunPlay.update(CHAIN, base(CHAIN, impact(2), StepSet.EMPTY)).claim();

        assertThat(run.step("a", StepState.Reused.class).madeBy()).isEmpty();
        assertThat(run.step("a", StepState.Reused.class).fingerprint()).isEmpty();
    }

    @Test
    void aMissBehindAHitExecutesWithItsReason() {
        var run = RunPlay.of(CHAIN)
                .cache(key -> key.stepId().equals("a")
                        ? hit(key)
                        : new CacheAnswer.Miss(MissReason.INPUT_CHANGED, Optional.of(BASE)))
                .claim();

        assertThat(run.status("a")).isEqualTo(StepStatus.SKIPPED);
        assertThat(run.started()).containsExactly("b");
        assertThat(run.step("b", StepState.Executing.class).decision())
                .isEqualTo(StepDecision.miss(MissReason.INPUT_CHANGED, Optional.of(BASE)));
    }

    @ParameterizedTest
    @EnumSource(MissReason.class)
    void aMissIsExplainedByTheBaseRunUnlessThereWasAResultOfTheSameInput(MissReason found) {
        var run = RunPlay.update(CHAIN, base(CHAIN, impact(0, 1, 2), StepSet.EMPTY))
                .cache(_ -> new CacheAnswer.Miss(found, Optional.empty()))
                .claim();

        var lost = Set.of(MissReason.EXPIRED, MissReason.INVALIDATED, MissReason.BLOB_MISSING);
        assertThat(run.step("a", StepState.Executing.class).decision().reason())
                .contains(lost.contains(found) ? found : MissReason.INPUT_CHANGED);
    }

    @Test
    void aCacheThatCannotBeAskedOnlyCostsTime() {
        var run = RunPlay.of(CHAIN)
                .cache(_ -> new CacheAnswer.Unavailable("away"))
                .claim();

        assertThat(run.step("a", StepState.Executing.class).decision().verdict())
                .isEqualTo(Verdict.LOOKUP_ERROR);
    }

    @Test
    void aStepWhoseCacheIsOffIsNeverLookedUp() {
        var run = RunPlay.of(compile(workflow().step(step("a").cache(CachePolicy.OFF))))
                .cache(ReusingTest::hit)
                .claim();

        assertThat(run.step("a", StepState.Executing.class).decision().verdict())
                .isEqualTo(Verdict.DISABLED);
    }

    @Test
    void aRequestMayForbidToRead() {
        var run = RunPlay.of(RunState.queued(
                        BASE, "acme", CHAIN, Json.object(), new CacheFlags(false, true, true), Optional.empty()))
                .cache(ReusingTest::hit)
                .claim();

        assertThat(run.step("a", StepState.Executing.class).decision().verdict())
                .isEqualTo(Verdict.BYPASSED);
    }

    @Test
    void stepsThatTheChangeDoesNotTouchAreTakenOverWithoutAnInput() {
        var run = RunPlay.update(CHAIN, base(CHAIN, impact(2), StepSet.EMPTY)).claim();

        var a = run.step("a", StepState.Reused.class);
        assertThat(a.decision()).isEqualTo(StepDecision.of(Verdict.BASE_RUN, BASE));
        assertThat(a.input()).isEmpty();
        assertThat(run.started()).containsExactly("c");
    }

    @Test
    void untouchedStepsStandEvenWhereTheirCacheIsOffAndTheirInputUnknown() {
        var uncached = compile(workflow()
                .cache(CachePolicy.OFF)
                .step(step("a"))
                .step(step("b <- a"))
                .step(step("c <- b"))
                .step(step("d <- c")));

        var run = RunPlay.update(uncached, base(uncached, impact(3), StepSet.EMPTY))
                .claim();

        assertThat(run.started()).containsExactly("d");
        assertThat(run.step("b", StepState.Reused.class).input()).isEmpty();
    }

    @Test
    void anImpactedStepWithTheSameInputAsInTheBaseIsReused() {
        var first = RunPlay.of(CHAIN).claim().succeed("a", "b", "c");
        var run = RunPlay.update(CHAIN, base(first, impact(0, 1, 2), StepSet.of(0)))
                .claim();
        assertThat(run.started()).as("forced").containsExactly("a");
        assertThat(run.step("a", StepState.Executing.class).decision().verdict())
                .isEqualTo(Verdict.BYPASSED);

        run.succeed("a");
        assertThat(run.status()).as("what follows has the same input").isEqualTo(RunStatus.COMPLETED);
        assertThat(run.step("b", StepState.Reused.class).decision().verdict()).isEqualTo(Verdict.BASE_RUN);
    }

    @Test
    void anImpactedStepWithAnotherInputExecutesAndSaysWhy() {
        var first = RunPlay.of(CHAIN).claim().succeed("a", "b", "c");
        var run = RunPlay.update(CHAIN, base(first, impact(0, 1, 2), StepSet.of(0)))
                .claim()
                .succeed("a", Json.of("other"));

        assertThat(run.step("b", StepState.Executing.class).decision())
                .isEqualTo(StepDecision.miss(MissReason.INPUT_CHANGED, Optional.of(BASE)));
    }

    @Test
    void anImpactedStepOfAnotherSkillVersionExecutesAndSaysWhy() {
        var first = RunPlay.of(CHAIN).claim().succeed("a", "b", "c");
        var older = new HashMap<String, BaseStep>();
        base(first, impact(0), StepSet.EMPTY)
                .steps()
                .forEach((id, step) -> older.put(
                        id,
                        new BaseStep(
                                step.output(), step.inputHash(), Optional.of(new SkillVersion("0")), step.madeBy())));
        var run = RunPlay.update(
                        CHAIN, new BaseRun(BASE, older, Optional.of(new Impact(impact(0, 1, 2), StepSet.EMPTY))))
                .claim();

        assertThat(run.step("a", StepState.Executing.class).decision())
                .isEqualTo(StepDecision.miss(MissReason.SKILL_VERSION_CHANGED, Optional.of(BASE)));
    }

    @Test
    void anImpactedStepWhoseCacheIsOffExecutesWhateverItsInput() {
        var uncached = compile(workflow().step(step("a").cache(CachePolicy.OFF)));
        var first = RunPlay.of(uncached).claim().succeed("a");

        assertThat(RunPlay.update(uncached, base(first, impact(0), StepSet.EMPTY))
                        .claim()
                        .started())
                .containsExactly("a");
    }

    @Test
    void aRunThatReadsABaseOfAnotherWorkflowTakesNothingOver() {
        var other = new BaseRun(BASE, base(CHAIN, impact(0), StepSet.EMPTY).steps(), Optional.empty());

        assertThat(RunPlay.update(CHAIN, other).claim().started()).containsExactly("a");
    }

    private static StepSet impact(int... steps) {
        return StepSet.of(steps);
    }

    /** A base that knows neither inputs nor executions, as of results whose executions are forgotten. */
    private static BaseRun base(CompiledWorkflow workflow, StepSet impacted, StepSet forced) {
        var steps = new HashMap<String, BaseStep>();
        for (var step : workflow.spec().steps()) {
            steps.put(
                    step.id(),
                    new BaseStep(
                            StepOutput.of(Json.of(step.id())), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return new BaseRun(BASE, steps, Optional.of(new Impact(impacted, forced)));
    }

    private static BaseRun base(RunPlay finished, StepSet impacted, StepSet forced) {
        var steps = new HashMap<String, BaseStep>();
        for (var step : finished.state().workflow().spec().steps()) {
            steps.put(step.id(), finished.step(step.id(), StepState.Done.class).asBase(BASE));
        }
        return new BaseRun(BASE, steps, Optional.of(new Impact(impacted, forced)));
    }

    private static CacheAnswer hit(CacheKey key) {
        return new CacheAnswer.Hit(
                Verdict.HIT_COLD, new EntryRef(1, 0), StepOutput.of(Json.of("cached " + key.stepId())), MADE);
    }
}
