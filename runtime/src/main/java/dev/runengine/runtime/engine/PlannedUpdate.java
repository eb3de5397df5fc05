package dev.runengine.runtime.engine;

import dev.runengine.core.plan.Bill;
import dev.runengine.core.plan.Estimate;
import dev.runengine.core.plan.Plan;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What an update would do and take, kept so that exactly this can be asked for.
 *
 * @param planId names it until it expires
 * @param estimates by step; missing where nothing is known
 */
public record PlannedUpdate(
        UUID planId, UpdateRequest request, Plan plan, Map<String, Estimate> estimates, Bill bill, Instant expiresAt) {
    public PlannedUpdate {
        estimates = Map.copyOf(estimates);
    }
}
