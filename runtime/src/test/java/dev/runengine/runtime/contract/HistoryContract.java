package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.History.StepCost;
import dev.runengine.runtime.port.History.StepOutline;
import dev.runengine.runtime.port.NewRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a store still knows about what runs did, through the runs they took results over from. */
public abstract class HistoryContract extends StoreContract {
    private static final Usage USED = new Usage(7, 8);

    @Test
    void anExecutedStepIsKnownWithItsInputAndItsOutput() throws InterruptedException {
        var run = completed(newRun("acme")).runId();

        var facts = store.history().facts("acme", run, "b").orElseThrow();
        assertThat(facts.input())
                .contains(Json.object(
                        "a", StepOutput.of(Json.object("of", Json.of("a"))).asJson()));
        assertThat(facts.output()).contains(StepOutput.of(Json.object("of", Json.of("b"))));
        assertThat(facts.skillVersion()).contains(new SkillVersion("1+test@1"));
        assertThat(facts.decision()).map(decision -> decision.verdict()).contains(Verdict.MISS);
        assertThat(store.history().facts("acme", run, "nothing")).isEmpty();
    }

    @Test
    void whatWasTakenOverTwiceIsKnownByTheExecutionThatMadeIt() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var second = update(first, "nothing").runId();
        var third = update(second, "nothing").runId();

        assertThat(store.history().facts("acme", third, "b"))
                .usingRecursiveComparison()
                .ignoringFields("value.decision")
                .isEqualTo(store.history().facts("acme", first, "b"));
        assertThat(store.history().costs("acme", third)).containsExactly(reused("a", first), reused("b", first));
    }

    @Test
    void aTouchedStepWithTheInputOfBeforeIsReusedThroughTwoUpdates() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var second = update(first, "nothing").runId();

        var third = update(second, "a");
        assertThat(third.step("a").status()).isEqualTo(StepStatus.SKIPPED);
        assertThat(store.history()
                        .facts("acme", third.runId(), "a")
                        .orElseThrow()
                        .decision())
                .map(decision -> decision.verdict())
                .contains(Verdict.BASE_RUN);
    }

    @Test
    void aCachedResultCostWhatTheRunThatMadeItPaid() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var again = owned(newRun("acme"));
        again.commit(again.claim());

        assertThat(store.history().costs("acme", again.runId()))
                .containsExactly(reused("a", first), reused("b", first));
        assertThat(store.history().costs("acme", first))
                .containsExactly(
                        new StepCost("a", StepStatus.COMPLETED, Optional.of(new Execution(first, 42, USED))),
                        new StepCost("b", StepStatus.COMPLETED, Optional.of(new Execution(first, 42, USED))));
    }

    @Test
    void whatAReuseSavedIsKnownWhenTheRunIsGoneThatPaidForIt() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var again = owned(newRun("acme"));
        again.commit(again.claim());
        var update = update(again.runId(), "nothing").runId();
        var facts = store.history().facts("acme", update, "b");

        store.forget(first);
        store.forget(again.runId());

        assertThat(store.history().costs("acme", update)).containsExactly(reused("a", first), reused("b", first));
        assertThat(store.history().outlines("acme", update).orElseThrow())
                .extracting(step -> step.madeBy().orElseThrow().usage())
                .containsOnly(USED);
        assertThat(store.history().facts("acme", update, "b")).isEqualTo(facts);
        assertThat(facts).flatMap(known -> known.input()).isPresent();
    }

    @Test
    void aTouchedStepIsReusedAfterTheRunIsGoneThatExecutedIt() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var second = update(first, "nothing").runId();
        store.forget(first);
        store.invalidateResults();

        var third = update(second, "a");

        assertThat(third.step("a").status()).isEqualTo(StepStatus.SKIPPED);
        assertThat(store.history().costs("acme", third.runId())).contains(reused("a", first));
    }

    @Test
    void whatHasNotRunCostNothingYet() {
        var run = create(newRun("acme"));
        assertThat(store.history().costs("acme", run))
                .containsExactly(
                        new StepCost("a", StepStatus.PENDING, Optional.empty()),
                        new StepCost("b", StepStatus.PENDING, Optional.empty()));
    }

    @Test
    void resultsAreEqualWhenTheirContentIsWhateverTheIdsOfTheirFiles() throws InterruptedException {
        var one = picture("the same");
        var same = picture("the same");
        var other = picture("another");

        assertThat(result(one)).isEqualTo(result(same));
        assertThat(result(one)).isNotEqualTo(result(other));
    }

    @Test
    void anotherTenantsRunsAreUnknown() throws InterruptedException {
        var run = completed(newRun("acme")).runId();

        assertThat(store.history().facts("other", run, "a")).isEmpty();
        assertThat(store.history().outlines("other", run)).isEmpty();
        assertThat(store.history().costs("other", run)).isEmpty();
    }

    @Test
    void theNewestExecutionsOfAStepAreFoundAndReusedResultsAreNone() throws InterruptedException {
        var first = completed(newRun("acme")).runId();
        var again = owned(newRun("acme"));
        again.commit(again.claim());
        completed(newRun("other"));

        assertThat(store.history().recent("acme", FLOW, 5))
                .containsOnlyKeys("a", "b")
                .containsEntry("a", List.of(new Execution(first, 42, USED)));
        assertThat(store.history().recent("acme", FLOW, 0).values()).allMatch(List::isEmpty);
    }

    private static StepCost reused(String step, UUID maker) {
        return new StepCost(step, StepStatus.SKIPPED, Optional.of(new Execution(maker, 42, USED)));
    }

    private OwnedRun update(UUID base, String touched) throws InterruptedException {
        var change = new NewRun.Change(touched, Json.object(), false);
        var run = owned(newRun(
                "acme", FLOW, T0, 0, Optional.of(new NewRun.BaseOf(base, Optional.of(change))), CacheFlags.DEFAULT));
        run.commit(run.claim());
        return run;
    }

    private UUID picture(String content) throws InterruptedException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var file = new Artifact(Uuids.v7(T0), ContentHash.of(bytes), bytes.length, "image/png", "picture.png");
        var run = owned(newRun("acme", FLOW, T0, 0, Optional.empty(), new CacheFlags(false, true, true)));
        run.commit(run.claim());
        run.commit(run.succeed("a", new StepOutput(Json.of("see the picture"), List.of(file))));
        run.commit(run.reject("b"));
        return run.runId();
    }

    private Optional<ContentHash> result(UUID run) {
        return store.history().outlines("acme", run).orElseThrow().stream()
                .filter(step -> step.stepId().equals("a"))
                .findFirst()
                .flatMap(StepOutline::result);
    }
}
