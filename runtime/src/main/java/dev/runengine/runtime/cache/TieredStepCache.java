package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.runtime.journal.Commits;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.StepCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A hot tier in front of a cold one. What is hot is answered without asking the cold tier; the rest is asked of it in one
 * call. The hot tier may hold what is out of date: a hit is provisional until the commit that records it has seen its
 * entry. Only commits write to it, see {@link #confirmedBy}. Hits have all their files.
 */
public final class TieredStepCache implements StepCache {
    private final HotTier hot;
    private final CheckedStepCache cold;

    public TieredStepCache(HotTier hot, StepCache cold, ArtifactStore files) {
        this.hot = hot;
        this.cold = new CheckedStepCache(cold, files);
    }

    /** The same commits, from which the hot tier learns which results stand and which are gone. */
    public Commits confirmedBy(Commits commits) {
        return hot == HotTier.NONE ? commits : new ConfirmingCommits(commits, hot);
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var answers = new HashMap<CacheKey, CacheAnswer>(hot(keys));
        var rest = new HashSet<>(keys);
        rest.removeAll(answers.keySet());
        answers.putAll(lookUpCold(rest));
        return answers;
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUpCold(Collection<CacheKey> keys) {
        return keys.isEmpty() ? Map.of() : cold.lookUp(keys);
    }

    private Map<CacheKey, Hit> hot(Collection<CacheKey> keys) {
        var asked = new LinkedHashMap<String, CacheKey>();
        keys.forEach(key -> asked.put(HotKeys.of(key), key));
        var hits = new HashMap<CacheKey, Hit>();
        var unusable = new ArrayList<String>();
        var values = hot.find(asked.keySet());
        asked.forEach((name, key) -> {
            var value = values.get(name);
            if (value != null) {
                HotValues.read(name, value)
                        .filter(hit -> cold.holdsFiles(key, hit))
                        .ifPresentOrElse(hit -> hits.put(key, hit), () -> unusable.add(name));
            }
        });
        if (!unusable.isEmpty()) {
            hot.remove(unusable);
        }
        return hits;
    }
}
