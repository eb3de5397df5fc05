package dev.runengine.runtime.limit;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.quota.Quota;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The limits of a fleet. Every node must be given the same. */
public record Limits(List<Limit> limits) {
    public static final Limits NONE = new Limits(List.of());

    public Limits {
        limits = List.copyOf(limits);
        var names = new HashSet<String>();
        for (var limit : limits) {
            if (!names.add(limit.name())) {
                throw new IllegalArgumentException("two limits are called \"" + limit.name() + "\"");
            }
        }
    }

    /**
     * One limit. Skills that it names share it, so a provider's limit is one that names the skills which use it.
     *
     * @param skills it counts; empty for all
     * @param tenants it counts; empty for all
     * @param perTenant whether each tenant has as much, instead of all together
     * @param concurrent executions at once
     * @param rate how fast executions may start
     */
    public record Limit(
            String name,
            Set<String> skills,
            Set<String> tenants,
            boolean perTenant,
            Optional<Integer> concurrent,
            Optional<Rate> rate) {
        public Limit {
            skills = Set.copyOf(skills);
            tenants = Set.copyOf(tenants);
        }

        boolean counts(String tenant, String skill) {
            return (skills.isEmpty() || skills.contains(skill)) && (tenants.isEmpty() || tenants.contains(tenant));
        }
    }

    /** @param burst how many may start at once after a pause */
    public record Rate(double perSecond, int burst) {}

    /**
     * Reads {@code {"limits": [{"name", "skills"?, "tenants"?, "perTenant"?, "concurrent"?, "rate"?: {"perSecond",
     * "burst"?}}]}}.
     *
     * @throws dev.runengine.core.json.JsonMismatchException with the place of what is wrong
     */
    public static Limits read(Json json) {
        return LimitsJson.read(json);
    }

    /** What an execution needs one of each. */
    List<Quota> quotas(String tenant, String skill) {
        var quotas = new ArrayList<Quota>();
        for (var limit : limits) {
            if (limit.counts(tenant, skill)) {
                var name = limit.perTenant() ? limit.name() + " of " + tenant : limit.name();
                limit.concurrent().ifPresent(permits -> quotas.add(new Quota.Concurrent("permits: " + name, permits)));
                limit.rate().ifPresent(r -> quotas.add(new Quota.Rate("rate: " + name, r.perSecond(), r.burst())));
            }
        }
        return quotas;
    }
}
