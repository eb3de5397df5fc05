package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.StepCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A hot tier in front of a cold one. What is hot is answered without asking the cold tier; the rest is asked of it in one
 * call. The hot tier may hold what is out of date: a hit is provisional until the commit that records it has seen its
 * entry. Only commits write to it, see {@link ResultCache#confirmedBy}.
 */
record TieredStepCache(HotTier hot, CheckedStepCache cold) implements StepCache {

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var answers = new HashMap<CacheKey, CacheAnswer>(hits(keys));
        var rest = new HashSet<>(keys);
        rest.removeAll(answers.keySet());
        answers.putAll(lookUpCold(rest));
        return answers;
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUpCold(Collection<CacheKey> keys) {
        return keys.isEmpty() ? Map.of() : cold.lookUp(keys);
    }

    @Override
    public Optional<Hit> find(CacheKey key) {
        return cold.find(key);
    }

    private Map<CacheKey, Hit> hits(Collection<CacheKey> keys) {
        var asked = new LinkedHashMap<String, CacheKey>();
        keys.forEach(key -> asked.put(HotKeys.of(key), key));
        var hits = new HashMap<CacheKey, Hit>();
        var unusable = new ArrayList<String>();
        var values = hot.find(asked.keySet());
        asked.forEach((name, key) -> {
            var value = values.get(name);
            if (value != null) {
                HotValues.read(name, value)
                        .filter(hit -> cold.usable().test(key, hit))
                        .ifPresentOrElse(hit -> hits.put(key, hit), () -> unusable.add(name));
            }
        });
        if (!unusable.isEmpty()) {
            hot.remove(unusable);
        }
        return hits;
    }
}
