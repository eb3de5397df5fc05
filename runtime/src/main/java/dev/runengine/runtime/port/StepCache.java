package dev.runengine.runtime.port;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Looks results up. Entries are written by the journal, in the commit that records the execution. */
public interface StepCache {
    /** @return an answer for every key; never throws for a cache that is slow or gone */
    Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys);

    /** The same, past all that may be out of date: what is found now stands in the store that commits go to. */
    default Map<CacheKey, CacheAnswer> lookUpCold(Collection<CacheKey> keys) {
        return lookUp(keys);
    }

    /**
     * What stands under one key in the store that commits go to, for somebody who does not care why there is nothing.
     * Never throws; a cache that is gone has nothing.
     */
    Optional<CacheAnswer.Hit> find(CacheKey key);
}
