package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.StepState;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a store's ports share: an empty store, a workflow {@code a, b <- a}, runs of it, and a worker. */
public abstract class StoreContract {
    protected static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    protected static final CompiledWorkflow FLOW = TestFlows.compile(TestFlows.flow("contract.flow", "a", "b <- a"));

    protected StoreUnderTest store;
    protected RunQueue worker;

    /** A store without runs. */
    protected abstract StoreUnderTest open();

    @BeforeEach
    void openStore() {
        store = open();
        store.register(FLOW);
        worker = store.worker();
    }

    @AfterEach
    void closeStore() {
        worker.close();
        store.close();
    }

    /** From now on this test's worker knows it too. What the worker owned is anybody's. */
    protected void register(CompiledWorkflow workflow) {
        store.register(workflow);
        worker.close();
        worker = store.worker();
    }

    protected static NewRun newRun(String tenant) {
        return newRun(tenant, FLOW, T0, 0, Optional.empty(), CacheFlags.DEFAULT);
    }

    protected static NewRun newRun(
            String tenant,
            CompiledWorkflow workflow,
            Instant createdAt,
            int priority,
            Optional<NewRun.BaseOf> base,
            CacheFlags cache) {
        return new NewRun(
                Uuids.v7(createdAt),
                tenant,
                workflow,
                Json.object("brief", Json.of("make it shine")),
                base,
                cache,
                priority,
                Optional.empty(),
                List.of("nightly"),
                createdAt);
    }

    protected UUID create(NewRun run) {
        store.runs().create(run);
        return run.runId();
    }

    /** A run of the tenant that this test's worker has claimed. */
    protected OwnedRun owned(String tenant) {
        return owned(newRun(tenant));
    }

    protected OwnedRun owned(NewRun run) {
        create(run);
        return claimed(run);
    }

    protected OwnedRun claimed(NewRun run) {
        var claims = worker.claim(1);
        assertThat(claims).extracting(claim -> claim.ownership().runId()).containsExactly(run.runId());
        return new OwnedRun(store, run.workflow(), claims.getFirst());
    }

    /** A run that is over, with both steps completed. */
    protected OwnedRun completed(NewRun run) throws InterruptedException {
        var owned = owned(run);
        owned.commit(owned.claim());
        owned.commit(owned.succeed("a"));
        assertThat(owned.commit(owned.succeed("b"))).isInstanceOf(Journal.Outcome.Committed.class);
        return owned;
    }

    /** What is decided about the first step of another run, which is executed. */
    protected StepDecision decisionOfTheNext(NewRun run) throws InterruptedException {
        var next = owned(run);
        next.commit(next.claim());
        return ((StepState.Executing) next.step("a")).decision();
    }

    /** A run that failed at its second step. */
    protected OwnedRun failed(NewRun run) throws InterruptedException {
        var owned = owned(run);
        owned.commit(owned.claim());
        owned.commit(owned.succeed("a"));
        assertThat(owned.commit(owned.reject("b"))).isInstanceOf(Journal.Outcome.Committed.class);
        return owned;
    }
}
