package dev.runengine.runtime.memory;

import dev.runengine.runtime.quota.Quota;
import dev.runengine.runtime.quota.QuotaShares.Demand;
import dev.runengine.runtime.quota.QuotaShares.Grant;
import dev.runengine.runtime.quota.QuotaShares.Holding;
import dev.runengine.runtime.quota.Settlement;
import dev.runengine.runtime.quota.Settlement.Bucket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who holds how much of which quota. Guarded by the {@link InMemoryStore}. */
final class InMemoryQuotas {
    private final MemoryLeases leases;
    private final Map<String, Map<UUID, Holding>> holdings = new HashMap<>();
    private final Map<String, Bucket> buckets = new HashMap<>();

    InMemoryQuotas(MemoryLeases leases) {
        this.leases = leases;
    }

    List<Grant> renew(UUID worker, List<Demand> demands, Instant now) {
        return demands.stream()
                .map(demand -> leases.isAlive(worker) ? settle(worker, demand, now) : Grant.NOTHING)
                .toList();
    }

    private Grant settle(UUID worker, Demand demand, Instant now) {
        var name = demand.quota().name();
        var holders = holdings.computeIfAbsent(name, _ -> new HashMap<>());
        holders.keySet().removeIf(holder -> !leases.isAlive(holder));
        var own = holders.remove(worker);
        var settled = Settlement.of(
                demand,
                holders.values(),
                own == null ? Instant.EPOCH : own.lastGranted(),
                Optional.ofNullable(buckets.get(name)),
                now);
        holders.put(worker, settled.holding());
        if (demand.quota() instanceof Quota.Rate) {
            buckets.put(name, new Bucket(settled.tokens(), now));
        }
        return settled.grant();
    }
}
