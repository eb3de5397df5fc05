package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Settlement;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.JobStanding;
import dev.runengine.runtime.port.Journal.Outcome;
import dev.runengine.runtime.port.RunStore.SettleAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store keeps of remote jobs: as little may be lost of them as of results, since both were paid for. */
public abstract class RemoteJobContract extends StoreContract {

    @Test
    void aJobIsReadBackWithTheKeyOfItsExecution() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        assertThat(executing(run).job()).containsInstanceOf(JobRecord.Submitting.class);

        run.commit(run.submitted("a", "job 7"));
        assertThat(executing(run)).isEqualTo(run.step("a"));
        assertThat(standing(run)).isEqualTo(new JobStanding(Optional.of("job 7"), false, jobAt(run)));
    }

    @Test
    void theJobOfACompletedStepCanStillBeSeen() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        run.commit(run.submitted("a", "job 7"));
        run.commit(run.succeed("a"));
        assertThat(standing(run).jobId()).contains("job 7");
    }

    @Test
    void aRefusedJobIsForgotten() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        run.commit(run.refused("a"));

        assertThat(executing(run).job()).isEmpty();
    }

    @Test
    void anOwnerThatWasReplacedRecordsNoJob() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        store.kill(worker);
        worker = store.worker();
        assertThat(worker.claim(1)).hasSize(1);

        assertThat(run.commit(run.submitted("a", "stale"))).isEqualTo(new Outcome.Fenced());
        assertThat(executing(run).job()).containsInstanceOf(JobRecord.Submitting.class);
    }

    @Test
    void aBackOffKeepsTheJobNobodyKnowsOf() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        run.commit(run.fail("a"));

        var expected = (StepState.BackingOff) run.step("a");
        assertThat(expected.submission()).isPresent();
        assertThat(recorded(run))
                .isInstanceOfSatisfying(
                        StepState.BackingOff.class,
                        step -> assertThat(step.submission()).isEqualTo(expected.submission()));
    }

    @Test
    void aBackOffAfterADefinitiveFailureKeepsNone() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        run.commit(run.submitted("a", "j1"));
        run.commit(run.fail("a"));

        assertThat(recorded(run))
                .isInstanceOfSatisfying(
                        StepState.BackingOff.class,
                        step -> assertThat(step.submission()).isEmpty());
    }

    @Test
    void aHeldStepIsRunningAndWaitsForWhatAPersonSays() throws InterruptedException {
        var run = held();
        assertThat(recorded(run)).isEqualTo(run.step("a"));
        assertThat(recorded(run).status()).isEqualTo(StepStatus.RUNNING);
        assertThat(standing(run).held()).isTrue();
        assertThat(store.runs().settlements(List.of(run.runId()))).isEmpty();

        assertThat(settle(run, "a", new Settlement.KnownJob("j9"))).isEqualTo(SettleAnswer.RECORDED);
        assertThat(settle(run, "a", new Settlement.NeverSubmitted()))
                .as("the first word counts")
                .isEqualTo(SettleAnswer.RECORDED);
        assertThat(store.runs().settlements(List.of(run.runId())))
                .containsExactly(new HeldSettlement(
                        run.runId(), 0, run.step("a").counters().attempt(), new Settlement.KnownJob("j9")));
    }

    @Test
    void whatWasSaidIsActedOnOnce() throws InterruptedException {
        var run = held();
        var key = ((StepState.Held) run.step("a")).execution().executionKey();
        settle(run, "a", new Settlement.KnownJob("j9"));
        var said = store.runs().settlements(List.of(run.runId())).getFirst();
        run.commit(run.settled(said));

        assertThat(executing(run).executionKey()).isEqualTo(key);
        assertThat(executing(run).job())
                .hasValueSatisfying(job -> assertThat(job)
                        .isInstanceOfSatisfying(
                                JobRecord.Submitted.class,
                                submitted -> assertThat(submitted.jobId()).isEqualTo("j9")));
        assertThat(store.runs().settlements(List.of(run.runId()))).isEmpty();
        assertThat(settle(run, "a", new Settlement.NeverSubmitted())).isEqualTo(SettleAnswer.NOT_HELD);
    }

    @Test
    void onlyAHeldStepOfTheTenantIsSettled() throws InterruptedException {
        var run = held();
        assertThat(settle(run, "b", new Settlement.NeverSubmitted())).isEqualTo(SettleAnswer.NOT_HELD);
        assertThat(settle(run, "x", new Settlement.NeverSubmitted())).isEqualTo(SettleAnswer.STEP_NOT_FOUND);
        assertThat(store.runs().settle("other", run.runId(), "a", new Settlement.NeverSubmitted(), T0))
                .isEqualTo(SettleAnswer.RUN_NOT_FOUND);
    }

    @Test
    void aRetryOfTheRunGoesOnWithTheJobNobodyKnowsOf() throws InterruptedException {
        var run = held();
        var held = ((StepState.Held) run.step("a")).execution();
        run.commit(run.timeLimit());
        assertThat(store.runs().load(run.runId()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
        store.runs().retry("acme", run.runId(), T0);

        var again = executing(run);
        assertThat(again.executionKey()).isEqualTo(held.executionKey());
        assertThat(again.job()).isEqualTo(held.job());
        assertThat(again.counters().failures()).isZero();
        var shown = store.queries().run("acme", run.runId()).orElseThrow();
        assertThat(shown.steps().running()).isOne();
        assertThat(shown.steps().pending()).isOne();
    }

    @Test
    void aRunThatIsGivenUpKeepsTheJobNobodyKnowsOf() throws InterruptedException {
        var run = held();
        var held = ((StepState.Held) run.step("a")).execution();
        settle(run, "a", new Settlement.KnownJob("too late"));
        worker.giveUp(run.ownership(), new RunError(ErrorCode.RUN_BROKEN, "it broke", Optional.empty(), T0));
        assertThat(store.runs().settlements(List.of(run.runId()))).isEmpty();
        store.runs().retry("acme", run.runId(), T0);

        assertThat(executing(run).executionKey()).isEqualTo(held.executionKey());
        assertThat(executing(run).job()).isEqualTo(held.job());
    }

    private OwnedRun started() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        return run;
    }

    private OwnedRun held() throws InterruptedException {
        var run = started();
        run.commit(run.submitting("a"));
        run.commit(run.unknown("a"));
        return run;
    }

    private SettleAnswer settle(OwnedRun run, String step, Settlement settlement) {
        return store.runs().settle("acme", run.runId(), step, settlement, T0);
    }

    private StepState recorded(OwnedRun run) {
        return store.runs().load(run.runId()).orElseThrow().steps().getFirst();
    }

    private StepState.Executing executing(OwnedRun run) {
        return (StepState.Executing) recorded(run);
    }

    private static Instant jobAt(OwnedRun run) {
        return ((StepState.Executing) run.step("a")).job().orElseThrow().at();
    }

    private JobStanding standing(OwnedRun run) {
        return store.queries()
                .step("acme", run.runId(), "a")
                .orElseThrow()
                .step()
                .job()
                .orElseThrow();
    }
}
