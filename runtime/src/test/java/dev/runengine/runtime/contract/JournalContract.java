package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.Journal.Outcome;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunStore.RecordedRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link dev.runengine.runtime.port.Journal} records, and what it refuses to. */
public abstract class JournalContract extends StoreContract {
    private static final Outcome COMMITTED = new Outcome.Committed(Optional.empty(), Map.of());

    @Test
    void whatIsCommittedIsReadBack() throws InterruptedException {
        var run = owned("acme");
        assertThat(run.commit(run.claim())).isEqualTo(COMMITTED);
        run.commit(run.succeed("a"));

        var recorded = recorded(run);
        assertThat(recorded.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(recorded.startedAt()).isEqualTo(run.state().startedAt());
        assertThat(recorded.steps().getFirst()).isInstanceOfSatisfying(StepState.Completed.class, done -> {
            assertThat(done.output()).isEqualTo(((StepState.Completed) run.step("a")).output());
            assertThat(done.fingerprint()).isEqualTo(((StepState.Completed) run.step("a")).fingerprint());
            assertThat(done.counters().attempt()).isEqualTo(1);
        });
        var executing = (StepState.Executing) run.step("b");
        assertThat(recorded.steps().get(1)).isInstanceOfSatisfying(StepState.Executing.class, step -> {
            assertThat(step.prepared()).isEqualTo(executing.prepared());
            assertThat(step.executionKey()).isEqualTo(executing.executionKey());
            assertThat(step.counters()).isEqualTo(executing.counters());
        });
    }

    @Test
    void aBackOffIsReadBackWithItsTimeItsErrorAndItsInput() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        run.commit(run.fail("a"));

        var backingOff = (StepState.BackingOff) run.step("a");
        assertThat(recorded(run).steps().getFirst()).isInstanceOfSatisfying(StepState.BackingOff.class, step -> {
            assertThat(step.retryAt()).isEqualTo(backingOff.retryAt());
            assertThat(step.last().message()).isEqualTo("it broke");
            assertThat(step.prepared()).isEqualTo(backingOff.prepared());
            assertThat(step.counters()).isEqualTo(backingOff.counters());
        });
    }

    @Test
    void anEntryOfAnEarlierSequenceChangesNothing() throws InterruptedException {
        var run = owned("acme");
        var again = run.entry(run.claim());
        run.commit(again);
        run.commit(run.succeed("a"));

        assertThat(store.journal().commit(List.of(again))).containsExactly(new Outcome.Fenced());
        assertThat(recorded(run).steps().getFirst().status()).isEqualTo(StepStatus.COMPLETED);
    }

    @Test
    void anOwnerThatWasReplacedChangesNothing() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        store.kill(worker);
        worker = store.worker();
        assertThat(worker.claim(1)).hasSize(1);

        assertThat(run.commit(run.succeed("a"))).isEqualTo(new Outcome.Fenced());
        assertThat(recorded(run).steps().getFirst().status()).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void theRightSequenceUnderAnotherFenceIsFenced() throws InterruptedException {
        var run = owned("acme");
        var entry = run.entry(run.claim());
        var mine = entry.ownership();
        var before = new Journal.Ownership(mine.runId(), mine.fence() - 1, mine.seq());
        var stale = new Journal.Entry(before, entry.after(), entry.transitions(), entry.at());

        assertThat(store.journal().commit(List.of(stale))).containsExactly(new Outcome.Fenced());
        assertThat(store.journal().commit(List.of(entry))).as("the owner's own").containsExactly(COMMITTED);
    }

    @Test
    void oneBatchTakesRunsOfTwoTenants() throws InterruptedException {
        var ours = owned("acme");
        var theirs = owned("other");

        assertThat(store.journal().commit(List.of(ours.entry(ours.claim()), theirs.entry(theirs.claim()))))
                .containsExactly(COMMITTED, COMMITTED);
        assertThat(recorded(ours).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(recorded(theirs).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aStaleEntryDoesNotKeepTheOthersOfItsBatchFromCommitting() throws InterruptedException {
        var stale = owned("acme");
        var old = stale.entry(stale.claim());
        stale.commit(old);
        var fresh = owned("other");

        assertThat(store.journal().commit(List.of(old, fresh.entry(fresh.claim()))))
                .containsExactly(new Outcome.Fenced(), COMMITTED);
        assertThat(recorded(fresh).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aCommitTellsThatSomebodyWantsTheRunCancelled() throws InterruptedException {
        var run = owned("acme");
        var asked = Instant.parse("2026-01-01T00:00:30Z");
        store.runs().requestCancel("acme", run.runId(), asked);

        assertThat(run.commit(run.claim())).isEqualTo(new Outcome.Committed(Optional.of(asked), Map.of()));
    }

    @Test
    void aCancelWinsOverATerminalCommit() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        run.commit(run.succeed("a"));
        store.runs().requestCancel("acme", run.runId(), T0);

        assertThat(run.commit(run.succeed("b"))).isEqualTo(new Outcome.CancelFirst());
        assertThat(recorded(run).status()).isEqualTo(RunStatus.RUNNING);

        assertThat(run.commit(run.cancel())).isInstanceOf(Outcome.Committed.class);
        assertThat(run.commit(run.stopped("b"))).isInstanceOf(Outcome.Committed.class);
        assertThat(recorded(run).status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(recorded(run).steps().getFirst().status()).isEqualTo(StepStatus.COMPLETED);
    }

    @Test
    void nothingStartsInARunThatWasPausedBefore() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        store.runs().pause("acme", run.runId(), T0);

        assertThat(run.commit(run.succeed("a"))).isEqualTo(new Outcome.PauseFirst());
        assertThat(recorded(run).steps().getFirst().status()).isEqualTo(StepStatus.RUNNING);

        assertThat(run.commit(run.drain())).isEqualTo(COMMITTED);
        assertThat(run.commit(run.succeed("a"))).isInstanceOf(Outcome.Committed.class);
        assertThat(recorded(run).steps().getFirst().status()).isEqualTo(StepStatus.COMPLETED);
        assertThat(recorded(run).steps().get(1).status()).isEqualTo(StepStatus.PENDING);
    }

    @Test
    void aRunThatEndsIsPausedNoMore() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        run.commit(run.succeed("a"));
        store.runs().pause("acme", run.runId(), T0);

        assertThat(run.commit(run.succeed("b"))).isInstanceOf(Outcome.Committed.class);
        assertThat(shown(run).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(shown(run).pausedAt()).isEmpty();
    }

    @Test
    void aHitThatIsGoneIsNotRecorded() throws InterruptedException {
        completed(newRun("acme"));
        var run = owned("acme");
        var hits = run.entry(run.claim());
        store.invalidateResults();

        assertThat(run.commit(hits))
                .isInstanceOfSatisfying(
                        Outcome.HitsGone.class, gone -> assertThat(gone.steps()).containsOnlyKeys(0, 1));
        assertThat(recorded(run).status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    void aHitThatIsStillThereIsRecordedWithItsResult() throws InterruptedException {
        var first = completed(newRun("acme"));
        var run = owned("acme");

        assertThat(run.commit(run.claim())).isEqualTo(COMMITTED);
        assertThat(recorded(run).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(recorded(run).steps().get(1)).isInstanceOfSatisfying(StepState.Reused.class, reused -> {
            assertThat(reused.output()).isEqualTo(((StepState.Done) first.step("b")).output());
            assertThat(reused.decision().comparedWith()).contains(first.runId());
            var made = (StepState.Completed) first.step("b");
            assertThat(reused.madeBy()).contains(made.execution(first.runId()));
            assertThat(reused.fingerprint()).contains(made.fingerprint());
        });
    }

    private RunRecord shown(OwnedRun run) {
        return store.queries().run("acme", run.runId()).orElseThrow();
    }

    private RecordedRun recorded(OwnedRun run) {
        return store.runs().load(run.runId()).orElseThrow();
    }
}
