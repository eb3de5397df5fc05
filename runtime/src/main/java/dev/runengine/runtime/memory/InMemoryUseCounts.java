package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.port.UseCounts;
import java.util.Map;
import java.util.Set;

/** Counts reuses of what the {@link InMemoryStore} has kept. Nothing is ever locked there. */
public final class InMemoryUseCounts implements UseCounts {
    private final MemoryResults results;

    public InMemoryUseCounts(InMemoryStore store) {
        this.results = store.results();
    }

    @Override
    public Set<EntryRef> add(Map<EntryRef, Use> uses) {
        results.count(uses);
        return Set.of();
    }
}
