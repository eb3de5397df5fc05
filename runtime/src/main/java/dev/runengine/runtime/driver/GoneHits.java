package dev.runengine.runtime.driver;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.MissReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Steps of the current turn whose hit turned out to be gone when it was to be recorded: they are misses now. */
final class GoneHits {
    private final Map<Integer, MissReason> reasons = new HashMap<>();

    void add(Map<Integer, MissReason> steps) {
        reasons.putAll(steps);
    }

    Optional<MissReason> reason(int step) {
        return Optional.ofNullable(reasons.get(step));
    }

    Optional<CacheAnswer> answer(int step) {
        return reason(step).map(reason -> new CacheAnswer.Miss(reason, Optional.empty()));
    }
}
