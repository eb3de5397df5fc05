package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunStore.CancelAnswer;
import dev.runengine.runtime.port.RunStore.CreateAnswer;
import dev.runengine.runtime.port.RunStore.PauseAnswer;
import dev.runengine.runtime.port.RunStore.RetryAnswer;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a {@link dev.runengine.runtime.port.RunStore} keeps runs, cancels them and queues them again. */
public abstract class RunStoreContract extends StoreContract {
    private static final UUID NOBODYS = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    @Test
    void aNewRunIsLoadedAsItWasAskedFor() {
        var flags = new CacheFlags(false, true, false);
        var run = newRun("acme", FLOW, T0, 0, Optional.empty(), flags);
        create(run);

        var loaded = store.runs().load(run.runId()).orElseThrow();
        assertThat(loaded.tenant()).isEqualTo("acme");
        assertThat(loaded.workflowName()).isEqualTo(FLOW.name());
        assertThat(loaded.workflowVersion()).isEqualTo(FLOW.version());
        assertThat(loaded.trigger()).isEqualTo(run.trigger());
        assertThat(loaded.cache()).isEqualTo(flags);
        assertThat(loaded.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(loaded.cancelRequested()).isFalse();
        assertThat(loaded.steps())
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.counters()).isEqualTo(Counters.ZERO))
                .allSatisfy(step -> assertThat(step).isInstanceOf(StepState.Waiting.class));
    }

    @Test
    void aRunOfAnIdThatIsTakenIsNotCreatedAgain() {
        var run = newRun("acme");
        assertThat(store.runs().create(run)).isEqualTo(CreateAnswer.CREATED);
        store.runs().requestCancel("acme", run.runId(), T0);

        assertThat(store.runs().create(run)).isEqualTo(CreateAnswer.ALREADY_THERE);
        assertThat(status(run.runId())).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void anUpdateIsLoadedWithItsChange() throws InterruptedException {
        var base = completed(newRun("acme"));
        var change = new NewRun.Change("a.update", Json.object("bpm", Json.of(120)), true);
        var update = newRun(
                "acme",
                FLOW,
                T0,
                0,
                Optional.of(new NewRun.BaseOf(base.runId(), Optional.of(change))),
                CacheFlags.DEFAULT);
        create(update);

        assertThat(store.runs().load(update.runId()).orElseThrow().base()).isEqualTo(update.base());
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(store.runs().load(NOBODYS)).isEmpty();
        assertThat(store.runs().base("acme", NOBODYS)).isEmpty();
        assertThat(store.runs().requestCancel("acme", NOBODYS, T0)).isEqualTo(CancelAnswer.NOT_FOUND);
        assertThat(store.runs().retry("acme", NOBODYS, T0)).isEqualTo(RetryAnswer.NOT_FOUND);
        assertThat(store.runs().pause("acme", NOBODYS, T0)).isEqualTo(PauseAnswer.NOT_FOUND);
        assertThat(store.runs().resume("acme", NOBODYS, T0)).isEqualTo(PauseAnswer.NOT_FOUND);
    }

    @Test
    void anotherTenantsRunIsAsIfItDidNotExist() throws InterruptedException {
        var run = failed(newRun("acme"));

        assertThat(store.runs().base("other", run.runId())).isEmpty();
        assertThat(store.runs().requestCancel("other", run.runId(), T0)).isEqualTo(CancelAnswer.NOT_FOUND);
        assertThat(store.runs().retry("other", run.runId(), T0)).isEqualTo(RetryAnswer.NOT_FOUND);
        assertThat(store.runs().pause("other", run.runId(), T0)).isEqualTo(PauseAnswer.NOT_FOUND);
        assertThat(status(run.runId())).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void aBaseHasTheResultsOfItsFinishedSteps() throws InterruptedException {
        var run = completed(newRun("acme"));

        var base = store.runs().base("acme", run.runId()).orElseThrow();
        assertThat(base.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(base.steps()).containsOnlyKeys("a", "b");
        var a = (StepState.Completed) run.step("a");
        assertThat(base.steps()).containsEntry("a", a.asBase(run.runId()));
    }

    @Test
    void aBaseOfTheSecondStyleIsCompletedByItsOwnBases() throws InterruptedException {
        var other = TestFlows.compile(TestFlows.flow("contract.other", "b", "own"));
        register(other);
        var root = completed(newRun("acme"));
        var update = owned(newRun(
                "acme",
                other,
                T0,
                0,
                Optional.of(new NewRun.BaseOf(root.runId(), Optional.empty())),
                CacheFlags.DEFAULT));
        update.commit(update.claim());
        update.commit(update.succeed("b", StepOutput.of(Json.of("its own"))));
        update.commit(update.succeed("own"));

        var base = store.runs().base("acme", update.runId()).orElseThrow();
        assertThat(base.steps()).containsOnlyKeys("a", "b", "own");
        assertThat(base.steps())
                .as("its own result hides its base's")
                .hasEntrySatisfying("b", b -> assertThat(b.output()).isEqualTo(StepOutput.of(Json.of("its own"))));
    }

    @Test
    void aQueuedRunIsCancelledAtOnceAndOnlyOnce() {
        var run = create(newRun("acme"));

        assertThat(store.runs().requestCancel("acme", run, T0)).isEqualTo(CancelAnswer.CANCELLED);
        assertThat(status(run)).isEqualTo(RunStatus.CANCELLED);
        assertThat(store.runs().load(run).orElseThrow().steps())
                .allSatisfy(step -> assertThat(step.status()).isEqualTo(StepStatus.CANCELLED));
        assertThat(store.runs().requestCancel("acme", run, T0)).isEqualTo(CancelAnswer.ALREADY_CANCELLED);
        assertThat(worker.claim(1)).isEmpty();
    }

    @Test
    void anOwnedRunIsOnlyAskedToStop() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());

        assertThat(store.runs().requestCancel("acme", run.runId(), T0)).isEqualTo(CancelAnswer.REQUESTED);
        assertThat(store.runs().requestCancel("acme", run.runId(), T0)).isEqualTo(CancelAnswer.REQUESTED);
        assertThat(status(run.runId())).isEqualTo(RunStatus.RUNNING);
        assertThat(store.runs().load(run.runId()).orElseThrow().cancelRequested())
                .isTrue();
    }

    @Test
    void aRunThatIsOverCannotBeCancelled() throws InterruptedException {
        var run = completed(newRun("acme"));

        assertThat(store.runs().requestCancel("acme", run.runId(), T0)).isEqualTo(CancelAnswer.ALREADY_OVER);
        assertThat(status(run.runId())).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aPausedRunIsShownAsSuchSinceTheFirstTime() {
        var run = create(newRun("acme"));

        assertThat(store.runs().pause("acme", run, T0)).isEqualTo(PauseAnswer.DONE);
        assertThat(store.runs().pause("acme", run, T0.plusSeconds(9))).isEqualTo(PauseAnswer.DONE);
        assertThat(shown(run).pausedAt()).contains(T0);
        assertThat(shown(run).status()).isEqualTo(RunStatus.QUEUED);

        assertThat(store.runs().resume("acme", run, T0)).isEqualTo(PauseAnswer.DONE);
        assertThat(store.runs().resume("acme", run, T0)).isEqualTo(PauseAnswer.DONE);
        assertThat(shown(run).pausedAt()).isEmpty();
    }

    @Test
    void aPausedRunIsCancelledLikeAnyOther() throws InterruptedException {
        var queued = create(newRun("acme"));
        store.runs().pause("acme", queued, T0);
        assertThat(store.runs().requestCancel("acme", queued, T0)).isEqualTo(CancelAnswer.CANCELLED);

        var running = owned("acme");
        running.commit(running.claim());
        store.runs().pause("acme", running.runId(), T0);
        assertThat(store.runs().requestCancel("acme", running.runId(), T0)).isEqualTo(CancelAnswer.REQUESTED);
        assertThat(shown(running.runId()).pausedAt()).isEmpty();
    }

    @Test
    void aRunThatIsOverOrAboutToBeIsNeitherPausedNorResumed() throws InterruptedException {
        var over = completed(newRun("acme"));
        assertThat(store.runs().pause("acme", over.runId(), T0)).isEqualTo(PauseAnswer.ALREADY_OVER);
        assertThat(store.runs().resume("acme", over.runId(), T0)).isEqualTo(PauseAnswer.ALREADY_OVER);

        var ending = owned("acme");
        store.runs().requestCancel("acme", ending.runId(), T0);
        assertThat(store.runs().pause("acme", ending.runId(), T0)).isEqualTo(PauseAnswer.ALREADY_OVER);
    }

    @Test
    void pausesSinceItsStartAreAddedUp() throws InterruptedException {
        var asked = newRun("acme");
        var run = create(asked);
        store.runs().pause("acme", run, T0);
        store.runs().resume("acme", run, T0.plusSeconds(30));
        var owned = claimed(asked);
        owned.commit(owned.claim());
        var start = owned.state().startedAt().orElseThrow();
        assertThat(pausedFor(run)).as("before its start").isEqualTo(Duration.ZERO);

        for (int i = 0; i < 2; i++) {
            store.runs().pause("acme", run, start.plusSeconds(10));
            store.runs().resume("acme", run, start.plusSeconds(17));
        }
        assertThat(pausedFor(run)).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void theTimeOfARetriedRunStartsAgain() throws InterruptedException {
        var run = failed(newRun("acme"));
        store.runs().retry("acme", run.runId(), T0);

        assertThat(store.runs().load(run.runId()).orElseThrow().startedAt()).isEmpty();
        assertThat(shown(run.runId()).startedAt()).isEmpty();
    }

    @Test
    void aRetriedRunIsQueuedWithItsFinishedStepsKept() throws InterruptedException {
        var run = failed(newRun("acme"));

        assertThat(store.runs().retry("acme", run.runId(), T0)).isEqualTo(RetryAnswer.QUEUED);
        var loaded = store.runs().load(run.runId()).orElseThrow();
        assertThat(loaded.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(loaded.steps().getFirst().status()).isEqualTo(StepStatus.COMPLETED);
        assertThat(loaded.steps().get(1)).isInstanceOf(StepState.Waiting.class);
        assertThat(loaded.steps().get(1).counters()).isEqualTo(new Counters(1, 0, 0));
        var shown = store.queries().run("acme", run.runId()).orElseThrow();
        assertThat(shown.error()).isEmpty();
        assertThat(shown.completedAt()).isEmpty();
        assertThat(worker.claim(1)).hasSize(1);
    }

    @Test
    void onlyAFailedRunIsRetried() throws InterruptedException {
        var queued = create(newRun("acme"));
        assertThat(store.runs().retry("acme", queued, T0)).isEqualTo(RetryAnswer.NOT_FAILED);
        store.runs().requestCancel("acme", queued, T0);
        assertThat(store.runs().retry("acme", queued, T0)).isEqualTo(RetryAnswer.NOT_FAILED);

        assertThat(store.runs().retry("acme", completed(newRun("acme")).runId(), T0))
                .isEqualTo(RetryAnswer.NOT_FAILED);
    }

    private Duration pausedFor(UUID run) {
        return store.runs().load(run).orElseThrow().pausedFor();
    }

    private RunRecord shown(UUID run) {
        return store.queries().run("acme", run).orElseThrow();
    }

    private RunStatus status(UUID run) {
        return store.runs().load(run).orElseThrow().status();
    }
}
