package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.runtime.port.StepCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks up what the {@link InMemoryStore} has kept. */
public final class InMemoryStepCache implements StepCache {
    private final MemoryResults results;

    public InMemoryStepCache(InMemoryStore store) {
        this.results = store.results();
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        var answers = new HashMap<CacheKey, CacheAnswer>();
        keys.forEach(key -> answers.put(key, results.lookUp(key)));
        return answers;
    }

    @Override
    public Optional<CacheAnswer.Hit> find(CacheKey key) {
        return results.find(key);
    }

    /** Forgets every result, as an invalidation of everything would. */
    public void invalidateAll() {
        results.removeAll();
    }
}
