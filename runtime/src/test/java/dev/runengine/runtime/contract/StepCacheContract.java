package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.Journal.Outcome;
import dev.runengine.runtime.testing.TestFlows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link dev.runengine.runtime.port.StepCache} finds of what the journal has recorded. */
public abstract class StepCacheContract extends StoreContract {
    private static final CompiledWorkflow ONE =
            TestFlows.compile(TestFlows.flow("contract.one").step(TestFlows.step("a")));
    private static final CompiledWorkflow RUN_ONLY = TestFlows.compile(
            TestFlows.flow("contract.run_only").step(TestFlows.step("a").cache(CachePolicy.RUN_ONLY)));
    private static final String SKILL = "1+test@1";
    private static final CacheFlags REFRESH = new CacheFlags(false, true, true);

    @Test
    void anExecutedStepIsFound() throws InterruptedException {
        var run = execute("acme", ONE, CacheFlags.DEFAULT, "first");

        assertThat(lookUp("acme", ONE, SKILL)).isInstanceOfSatisfying(CacheAnswer.Hit.class, hit -> {
            assertThat(hit.output()).isEqualTo(output("first"));
            assertThat(hit.madeBy()).isEqualTo(new Execution(run.runId(), 42, new Usage(7, 8)));
        });
    }

    @Test
    void whatStandsIsFoundAndOfTheRestNothingIsSaid() throws InterruptedException {
        execute("acme", ONE, CacheFlags.DEFAULT, "first");

        assertThat(store.cache().find(key("acme", ONE, Json.object(), SKILL)))
                .isEqualTo(Optional.of(lookUp("acme", ONE, SKILL)));
        assertThat(store.cache().find(key("other", ONE, Json.object(), SKILL))).isEmpty();
        assertThat(store.cache().find(key("acme", RUN_ONLY, Json.object(), SKILL)))
                .isEmpty();
        assertThat(store.cache().find(key("acme", ONE, Json.object(), "2+test@1")))
                .isEmpty();
        assertThat(store.cache().find(key("acme", ONE, Json.object("own", Json.of("new")), SKILL)))
                .isEmpty();
    }

    @Test
    void everyKeyIsAnswered() throws InterruptedException {
        execute("acme", ONE, CacheFlags.DEFAULT, "first");
        var found = key("acme", ONE, Json.object(), SKILL);
        var unknown = key("other", ONE, Json.object(), SKILL);

        assertThat(store.cache().lookUp(List.of(found, unknown))).containsOnlyKeys(found, unknown);
    }

    @Test
    void nothingWasEverExecuted() {
        assertThat(lookUp("acme", ONE, SKILL)).isEqualTo(new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty()));
    }

    @Test
    void anotherTenantsResultIsAsIfItDidNotExist() throws InterruptedException {
        execute("acme", ONE, CacheFlags.DEFAULT, "first");

        assertThat(lookUp("other", ONE, SKILL))
                .isEqualTo(new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty()));
    }

    @Test
    void aMissNamesTheRunWithAnotherInput() throws InterruptedException {
        var run = execute("acme", ONE, CacheFlags.DEFAULT, "first");

        assertThat(lookUp(key("acme", ONE, Json.object("own", Json.of("new")), SKILL)))
                .isEqualTo(new CacheAnswer.Miss(MissReason.INPUT_CHANGED, Optional.of(run.runId())));
    }

    @Test
    void aMissNamesTheRunWithAnotherSkillVersion() throws InterruptedException {
        var run = execute("acme", ONE, CacheFlags.DEFAULT, "first");

        assertThat(lookUp("acme", ONE, "2+test@1"))
                .isEqualTo(new CacheAnswer.Miss(MissReason.SKILL_VERSION_CHANGED, Optional.of(run.runId())));
    }

    @Test
    void aResultThatTheRequestForbadeToWriteIsNotFound() throws InterruptedException {
        execute("acme", ONE, new CacheFlags(true, false, true), "first");

        assertThat(lookUp("acme", ONE, SKILL)).isInstanceOf(CacheAnswer.Miss.class);
    }

    @Test
    void aResultForItsOwnRunOnlyIsNotFound() throws InterruptedException {
        execute("acme", RUN_ONLY, CacheFlags.DEFAULT, "first");

        assertThat(lookUp("acme", RUN_ONLY, SKILL)).isInstanceOf(CacheAnswer.Miss.class);
    }

    @Test
    void anInvalidatedResultIsNotFound() throws InterruptedException {
        execute("acme", ONE, CacheFlags.DEFAULT, "first");
        store.invalidateResults();

        assertThat(lookUp("acme", ONE, SKILL)).isInstanceOf(CacheAnswer.Miss.class);
    }

    @Test
    void ofTwoThatExecutedSideBySideTheFirstResultStays() throws InterruptedException {
        register(ONE);
        var first = owned(newRun("acme", ONE, T0, 0, Optional.empty(), CacheFlags.DEFAULT));
        first.commit(first.claim());
        var second = owned(newRun("acme", ONE, T0, 0, Optional.empty(), CacheFlags.DEFAULT));
        second.commit(second.claim());
        first.commit(first.succeed("a", output("first")));
        second.commit(second.succeed("a", output("second")));

        assertThat(lookUp("acme", ONE, SKILL))
                .isInstanceOfSatisfying(
                        CacheAnswer.Hit.class, hit -> assertThat(hit.output()).isEqualTo(output("first")));
    }

    @Test
    void aRefreshReplacesTheResultAndWhoHeldTheOldOneMustAskAgain() throws InterruptedException {
        execute("acme", ONE, CacheFlags.DEFAULT, "first");
        var old = (CacheAnswer.Hit) lookUp("acme", ONE, SKILL);
        execute("acme", ONE, REFRESH, "second");

        assertThat(lookUp("acme", ONE, SKILL)).isInstanceOfSatisfying(CacheAnswer.Hit.class, hit -> {
            assertThat(hit.output()).isEqualTo(output("second"));
            assertThat(hit.entry()).isNotEqualTo(old.entry());
        });
    }

    @Test
    void aCommitTellsTheEntryThatHoldsItsResult() throws InterruptedException {
        register(ONE);
        var first = started(CacheFlags.DEFAULT);
        var twin = started(CacheFlags.DEFAULT);
        var refresh = started(REFRESH);

        assertThat(stored(first.commit(first.succeed("a", output("first"))))).isEqualTo(found());
        assertThat(stored(twin.commit(twin.succeed("a", output("second")))))
                .as("the first result stays")
                .isEmpty();
        assertThat(stored(refresh.commit(refresh.succeed("a", output("third")))))
                .isEqualTo(found());
    }

    @Test
    void aResultThatIsNotKeptHasNoEntry() throws InterruptedException {
        register(ONE);
        var run = started(new CacheFlags(true, false, true));

        assertThat(stored(run.commit(run.succeed("a", output("first"))))).isEmpty();
    }

    private OwnedRun started(CacheFlags flags) throws InterruptedException {
        var run = owned(newRun("acme", ONE, T0, 0, Optional.empty(), flags));
        run.commit(run.claim());
        return run;
    }

    private static Map<Integer, EntryRef> stored(Outcome outcome) {
        return ((Outcome.Committed) outcome).stored();
    }

    private Map<Integer, EntryRef> found() {
        return Map.of(0, ((CacheAnswer.Hit) lookUp("acme", ONE, SKILL)).entry());
    }

    private OwnedRun execute(String tenant, CompiledWorkflow workflow, CacheFlags flags, String result)
            throws InterruptedException {
        register(workflow);
        var run = owned(newRun(tenant, workflow, T0, 0, Optional.empty(), flags));
        run.commit(run.claim());
        RunEvent done = run.succeed("a", output(result));
        run.commit(done);
        assertThat(run.state().over()).isTrue();
        return run;
    }

    private CacheAnswer lookUp(String tenant, CompiledWorkflow workflow, String skill) {
        return lookUp(key(tenant, workflow, Json.object(), skill));
    }

    private CacheAnswer lookUp(CacheKey key) {
        return store.cache().lookUp(List.of(key)).getOrDefault(key, new CacheAnswer.Unavailable("no answer"));
    }

    private static CacheKey key(String tenant, CompiledWorkflow workflow, Json input, String skill) {
        return new CacheKey(tenant, workflow.name(), "a", InputHasher.hash(input), new SkillVersion(skill));
    }

    private static StepOutput output(String text) {
        return StepOutput.of(Json.of(text));
    }
}
