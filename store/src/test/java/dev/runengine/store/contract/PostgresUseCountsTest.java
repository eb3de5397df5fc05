package dev.runengine.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.contract.UseCountsContract;
import dev.runengine.runtime.port.CacheShelf.Entry;
import dev.runengine.runtime.port.UseCounts.Use;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUseCountsTest extends UseCountsContract {
    private final PostgresStoreUnderTest postgres = new PostgresStoreUnderTest();

    @Override
    protected StoreUnderTest open() {
        return postgres;
    }

    /** As commits do that reuse it, and whoever replaces or deletes it. */
    @ParameterizedTest
    @ValueSource(strings = {"SHARE", "UPDATE"})
    void whatSomebodyHoldsIsLeftForAnotherTimeWithoutWaiting(String lock) throws Exception {
        var run = completed(newRun("acme"));
        var a = ref(run, "a");
        var b = ref(run, "b");
        var uses = Map.of(a, new Use(1, T1), b, new Use(1, T1));
        try (var session = postgres.session();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("SELECT FROM step_cache WHERE id = " + a.id() + " FOR " + lock);

            var left = CompletableFuture.supplyAsync(() -> store.uses().add(uses));
            assertThat(left.get(20, TimeUnit.SECONDS)).containsExactly(a);
            assertThat(entries()).extracting(Entry::hits).containsExactly(0L, 1L);
            session.rollback();
        }
        assertThat(store.uses().add(Map.of(a, new Use(1, T1)))).isEmpty();
        assertThat(entries()).extracting(Entry::hits).containsExactly(1L, 1L);
    }

    @Test
    void aPlanMayLeaseWhatIsBeingCounted() throws Exception {
        var a = ref(completed(newRun("acme")), "a");
        try (var session = postgres.session();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("INSERT INTO plan_leases (plan_id, entry_id, generation, tenant_id, leased_until) VALUES "
                    + "(gen_random_uuid(), " + a.id() + ", 0, 'acme', now())");

            assertThat(store.uses().add(Map.of(a, new Use(1, T1)))).isEmpty();
            session.rollback();
        }
    }
}
