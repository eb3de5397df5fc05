package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.run.StepState;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.PlanStore.SavedPlan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How plans are kept, and the cached results they count on. */
public abstract class PlanStoreContract extends StoreContract {
    private static final UUID PLAN = new UUID(4, 4);
    private static final Instant LATER = T0.plusSeconds(900);

    @Test
    void aPlanIsFoundByItsTenantAsItWasSaved() {
        var plan = plan(PLAN, "acme", T0, LATER);
        store.plans().save(plan);

        assertThat(store.plans().find("acme", PLAN)).contains(plan);
        assertThat(store.plans().find("other", PLAN)).isEmpty();
        assertThat(store.plans().find("acme", new UUID(4, 5))).isEmpty();
    }

    @Test
    void whatHasExpiredIsForgottenWithTheNextPlanOfTheTenant() {
        store.plans().save(plan(PLAN, "acme", T0, LATER));
        store.plans().save(plan(new UUID(4, 5), "other", LATER, LATER.plusSeconds(900)));
        assertThat(store.plans().find("acme", PLAN))
                .as("not by another tenant's")
                .isPresent();

        store.plans().save(plan(new UUID(4, 6), "acme", LATER, LATER.plusSeconds(900)));
        assertThat(store.plans().find("acme", PLAN)).isEmpty();
        assertThat(store.plans().find("acme", new UUID(4, 6))).isPresent();
    }

    @Test
    void onlyWhatIsThereIsLeased() throws InterruptedException {
        var entry = entryOfA("acme");

        assertThat(store.plans().lease("acme", PLAN, List.of(entry, new EntryRef(99_999, 0)), LATER))
                .containsExactly(entry);
        assertThat(store.plans().leased("acme", PLAN)).containsExactly(entry);
        assertThat(store.plans().leased("acme", new UUID(4, 5))).isEmpty();
    }

    @Test
    void whatSomebodyInvalidatesIsLeasedNoMore() throws InterruptedException {
        var entry = entryOfA("acme");
        store.plans().lease("acme", PLAN, List.of(entry), LATER);

        store.invalidateResults();

        assertThat(store.plans().leased("acme", PLAN)).isEmpty();
    }

    @Test
    void aReplacedResultIsAnotherResult() throws InterruptedException {
        var entry = entryOfA("acme");
        store.plans().lease("acme", PLAN, List.of(entry), LATER);

        var refresh = owned(newRun("acme", FLOW, T0, 0, Optional.empty(), new CacheFlags(false, true, true)));
        refresh.commit(refresh.claim());
        refresh.commit(refresh.succeed("a"));

        assertThat(store.plans().leased("acme", PLAN)).isEmpty();
    }

    @Test
    void anUpdateKeepsItsPins() {
        var base = create(newRun("acme"));
        var change = new NewRun.Change("a.update", Json.object(), false, List.of("b"));
        var run = create(newRun(
                "acme", FLOW, T0, 0, Optional.of(new NewRun.BaseOf(base, Optional.of(change))), CacheFlags.DEFAULT));

        assertThat(store.runs().load(run).orElseThrow().base().flatMap(NewRun.BaseOf::change))
                .contains(change);
    }

    private EntryRef entryOfA(String tenant) throws InterruptedException {
        var run = completed(newRun(tenant));
        var done = (StepState.Completed) run.step("a");
        var key = new CacheKey(
                tenant,
                FLOW.name(),
                "a",
                done.fingerprint().inputHash(),
                done.fingerprint().skillVersion());
        var answer = Objects.requireNonNull(store.cache().lookUp(List.of(key)).get(key));
        return ((CacheAnswer.Hit) answer).entry();
    }

    private static SavedPlan plan(UUID id, String tenant, Instant from, Instant until) {
        return new SavedPlan(
                id,
                tenant,
                new UUID(5, 5),
                Json.object("type", Json.of("a.update")),
                Json.array(Json.of("a runs")),
                from,
                until);
    }
}
