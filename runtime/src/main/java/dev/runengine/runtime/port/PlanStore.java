package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Plans that somebody may still ask to be executed, and the cached results they count on. A plan's id becomes the id of
 * the run that it is executed as.
 */
public interface PlanStore {
    /**
     * Keeps cached results from clean-up: until then, and while the run of that id is not over. Whoever invalidates a
     * result on purpose still does.
     *
     * @return those that were still there, in that generation
     */
    Set<EntryRef> lease(String tenant, UUID planId, Collection<EntryRef> entries, Instant until);

    /** What the plan has leased and is still there, in that generation. */
    Set<EntryRef> leased(String tenant, UUID planId);

    /** Also forgets what of the tenant has expired by the plan's creation. */
    void save(SavedPlan plan);

    /** Expired ones too, until they are forgotten. */
    Optional<SavedPlan> find(String tenant, UUID planId);

    /** @param request and promises as the engine has written them */
    record SavedPlan(
            UUID planId,
            String tenant,
            UUID baseRunId,
            Json request,
            Json promises,
            Instant createdAt,
            Instant expiresAt) {}
}
