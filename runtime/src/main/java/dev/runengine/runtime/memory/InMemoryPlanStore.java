package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.port.PlanStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans in memory. Everything is guarded by the monitor of this object. */
public final class InMemoryPlanStore implements PlanStore {
    private final InMemoryStore store;
    private final Map<UUID, SavedPlan> plans = new HashMap<>();
    private final Map<UUID, Set<EntryRef>> leases = new HashMap<>();

    public InMemoryPlanStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public synchronized Set<EntryRef> lease(String tenant, UUID planId, Collection<EntryRef> entries, Instant until) {
        leases.put(planId, new HashSet<>(entries));
        return leased(tenant, planId);
    }

    @Override
    public synchronized Set<EntryRef> leased(String tenant, UUID planId) {
        var there = new HashSet<>(leases.getOrDefault(planId, Set.of()));
        there.removeIf(entry -> !store.results().has(entry));
        return there;
    }

    synchronized boolean isLeased(EntryRef entry) {
        return leases.values().stream().anyMatch(leased -> leased.contains(entry));
    }

    @Override
    public synchronized void save(SavedPlan plan) {
        plans.values()
                .removeIf(old ->
                        old.tenant().equals(plan.tenant()) && !old.expiresAt().isAfter(plan.createdAt()));
        plans.put(plan.planId(), plan);
    }

    @Override
    public synchronized Optional<SavedPlan> find(String tenant, UUID planId) {
        return Optional.ofNullable(plans.get(planId))
                .filter(plan -> plan.tenant().equals(tenant));
    }
}
