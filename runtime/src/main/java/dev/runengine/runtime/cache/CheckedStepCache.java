package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.runtime.port.StepCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A hit whose files are not what they must be is a miss. */
record CheckedStepCache(StepCache cache, BiPredicate<CacheKey, Hit> usable) implements StepCache {

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        var answers = new HashMap<>(cache.lookUp(keys));
        answers.replaceAll(this::checked);
        return answers;
    }

    @Override
    public Optional<Hit> find(CacheKey key) {
        return cache.find(key).filter(hit -> usable.test(key, hit));
    }

    private CacheAnswer checked(CacheKey key, CacheAnswer answer) {
        return switch (answer) {
            case Hit hit ->
                usable.test(key, hit)
                        ? hit
                        : new CacheAnswer.Miss(
                                MissReason.BLOB_MISSING,
                                Optional.of(hit.madeBy().runId()));
            case CacheAnswer.Miss _, CacheAnswer.InFlight _, CacheAnswer.Unavailable _ -> answer;
        };
    }
}
