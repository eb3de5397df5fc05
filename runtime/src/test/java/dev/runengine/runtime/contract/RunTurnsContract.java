package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunWait;
import dev.runengine.runtime.testing.TestFlows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose run a {@link RunQueue} gives out next, what it keeps from a worker, and what it says of those that wait. */
public abstract class RunTurnsContract extends StoreContract {
    private static final CompiledWorkflow NEW_FLOW = TestFlows.compile(TestFlows.flow("newer.flow", "a"));

    private final Map<UUID, String> tenants = new HashMap<>();

    @Test
    void aSingleRunIsNotDelayedByAnotherTenantsThousand() {
        for (int i = 0; i < 1_000; i++) {
            add("big", T0, 9);
        }
        claimTenants(1);
        claimTenants(1);
        add("small", T0.plusSeconds(60), 0);

        assertThat(claimTenants(1)).containsExactly("small");
    }

    @Test
    void tenantsTakeTurnsWithinOneClaim() {
        for (int i = 0; i < 30; i++) {
            add("big", T0, 0);
        }
        for (int i = 0; i < 3; i++) {
            add("small", T0.plusSeconds(60), 0);
        }

        assertThat(claimTenants(6)).filteredOn("small"::equals).hasSize(3);
        assertThat(claimTenants(20)).as("the rest is the other's").hasSize(20).containsOnly("big");
    }

    @Test
    void aTenantOfTwiceTheWeightGetsTwiceAsMuch() {
        store.weigh("heavy", 2);
        for (int i = 0; i < 40; i++) {
            add("heavy", T0, 0);
            add("light", T0, 0);
        }
        var claimed = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            claimed.addAll(claimTenants(3));
        }
        assertThat(claimed).filteredOn("heavy"::equals).hasSizeBetween(19, 21);
    }

    @Test
    void whoHadNothingToDoHasSavedNoTurnsUp() {
        for (int i = 0; i < 60; i++) {
            add("busy", T0, 0);
        }
        for (int i = 0; i < 20; i++) {
            claimTenants(1);
        }
        for (int i = 0; i < 20; i++) {
            add("late", T0, 0);
        }
        var claimed = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            claimed.addAll(claimTenants(1));
        }
        assertThat(claimed).filteredOn("busy"::equals).hasSizeBetween(4, 6);
    }

    @Test
    void urgencyCountsWithinATenantOnly() {
        add("patient", T0, 0);
        add("pushy", T0.plusSeconds(1), 99);
        var urgent = add("pushy", T0.plusSeconds(2), 100);

        assertThat(worker.claim(2))
                .extracting(claim -> claim.ownership().runId())
                .contains(urgent);
        assertThat(claimTenants(1)).containsExactly("pushy");
    }

    /** Random arrivals and claims by two workers: whoever waits all the time gets its share of what is claimed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whoeverWaitsAllTheTimeGetsItsShareAndAllIsClaimedInTheEnd(long seed) {
        var random = new Random(seed);
        int steady = 40;
        for (int i = 0; i < steady; i++) {
            add("steady", T0.plusSeconds(i), random.nextInt(3));
        }
        int others = 0;
        int claimed = 0;
        int ofSteady = 0;
        try (var second = store.worker()) {
            for (int round = 0; round < 15; round++) {
                for (int arrivals = random.nextInt(12); arrivals > 0; arrivals--) {
                    add("t" + random.nextInt(3), T0.minusSeconds(random.nextInt(100)), random.nextInt(3));
                    others++;
                }
                var got = claimTenants(random.nextBoolean() ? worker : second, 1 + random.nextInt(4));
                claimed += got.size();
                ofSteady += (int) got.stream().filter("steady"::equals).count();
            }
            assertThat(ofSteady).as("a quarter of %d, with 4 tenants", claimed).isGreaterThanOrEqualTo(claimed / 4 - 2);
            var rest = new ArrayList<String>();
            for (var got = claimTenants(second, 7); !got.isEmpty(); got = claimTenants(second, 7)) {
                rest.addAll(got);
            }
            assertThat(claimed + rest.size()).isEqualTo(steady + others);
        }
    }

    @Test
    void tenantsThatAreLeftOutKeepWaiting() {
        add("big", T0, 0);
        add("small", T0.plusSeconds(1), 0);

        var claimed = worker.claim(5, Set.of("big", "nobody"));
        assertThat(claimed)
                .extracting(claim -> tenants.get(claim.ownership().runId()))
                .containsExactly("small");
        assertThat(claimTenants(5)).containsExactly("big");
    }

    @Test
    void aWorkerDoesNotClaimWhatItCannotRun() {
        store.register(NEW_FLOW);
        var unknown = create(newRun("acme", NEW_FLOW, T0, 5, Optional.empty(), CacheFlags.DEFAULT));
        var known = create(newRun("acme"));

        assertThat(worker.claim(5))
                .extracting(claim -> claim.ownership().runId())
                .containsExactly(known);
        assertThat(waiting(unknown)).contains(RunWait.WORKFLOW_VERSION);
        try (var newer = store.worker(List.of(NEW_FLOW))) {
            assertThat(waiting(unknown)).contains(RunWait.TURN);
            assertThat(newer.claim(5)).hasSize(1);
            assertThat(waiting(unknown)).isEmpty();
        }
    }

    @Test
    void manyRunsThatNobodyHereKnowsHideNoneThatIsKnown() {
        store.register(NEW_FLOW);
        for (int i = 0; i < 300; i++) {
            create(newRun("acme", NEW_FLOW, T0, 5, Optional.empty(), CacheFlags.DEFAULT));
        }
        var known = create(newRun("acme"));

        assertThat(worker.claim(1))
                .extracting(claim -> claim.ownership().runId())
                .containsExactly(known);
    }

    @Test
    void aRunSaysWhatItWaitsFor() {
        var run = newRun("acme");
        create(run);
        assertThat(waiting(run.runId())).contains(RunWait.TURN);
        store.kill(worker);
        assertThat(waiting(run.runId())).contains(RunWait.WORKER);

        worker = store.worker();
        var claim = worker.claim(1).getFirst();
        assertThat(waiting(run.runId())).isEmpty();
        worker.handOver(claim.ownership(), Duration.ofHours(1));
        assertThat(waiting(run.runId())).contains(RunWait.START_TIME);
    }

    @Test
    void breaksAreCountedAndARetryForgivesThem() {
        var run = owned("acme");
        worker.giveBackBroken(run.ownership(), Duration.ZERO);
        var second = worker.claim(1).getFirst();
        assertThat(second.breaks()).isOne();
        worker.handOver(second.ownership(), Duration.ZERO);
        var third = worker.claim(1).getFirst();
        assertThat(third.breaks()).as("handing over is no break").isOne();

        worker.giveUp(third.ownership(), broken());
        store.runs().retry("acme", run.runId(), T0);
        assertThat(worker.claim(1).getFirst().breaks()).isZero();
    }

    @Test
    void aRunThatIsGivenUpHasFailedWithAllThatRan() throws InterruptedException {
        var run = owned("acme");
        run.commit(run.claim());
        worker.giveUp(run.ownership(), broken());

        var shown = store.queries().run("acme", run.runId()).orElseThrow();
        assertThat(shown.status()).isEqualTo(RunStatus.FAILED);
        assertThat(shown.error()).contains(broken());
        assertThat(shown.steps().failed()).isOne();
        assertThat(shown.steps().pending()).isOne();
        var steps = store.queries().steps("acme", run.runId(), Optional.empty()).orElseThrow();
        assertThat(steps.getFirst().status()).isEqualTo(StepStatus.FAILED);
        assertThat(steps.getFirst().error().orElseThrow().code()).isEqualTo(ErrorCode.RUN_BROKEN);
        assertThat(worker.claim(1)).isEmpty();
    }

    @Test
    void onlyTheOwnerCanGiveARunUp() {
        var run = owned("acme");
        try (var other = store.worker()) {
            other.giveUp(run.ownership(), broken());
            other.giveBackBroken(run.ownership(), Duration.ZERO);
            assertThat(other.claim(1)).isEmpty();
        }
        assertThat(store.queries().run("acme", run.runId()).orElseThrow().status())
                .isEqualTo(RunStatus.QUEUED);
    }

    private static RunError broken() {
        return new RunError(ErrorCode.RUN_BROKEN, "it broke", Optional.empty(), T0.plusSeconds(5));
    }

    private Optional<RunWait> waiting(UUID run) {
        return store.queries().run("acme", run).orElseThrow().waitingFor();
    }

    private UUID add(String tenant, Instant createdAt, int priority) {
        NewRun run = newRun(tenant, FLOW, createdAt, priority, Optional.empty(), CacheFlags.DEFAULT);
        tenants.put(run.runId(), tenant);
        return create(run);
    }

    private List<String> claimTenants(int max) {
        return claimTenants(worker, max);
    }

    private List<String> claimTenants(RunQueue queue, int max) {
        return queue.claim(max).stream()
                .map(claim -> tenants.get(claim.ownership().runId()))
                .toList();
    }
}
