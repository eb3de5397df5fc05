package dev.runengine.server.ops;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.runtime.port.StepCache;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Counts what is asked of the cold tier. */
final class MeasuredStepCache implements StepCache {
    private static final CacheAnswer NO_ANSWER = new CacheAnswer.Unavailable("no answer");

    private final StepCache cache;
    private final CacheMetrics metrics;
    private final Timer latency;

    MeasuredStepCache(StepCache cache, CacheMetrics metrics) {
        this.cache = cache;
        this.metrics = metrics;
        this.latency = metrics.latency(CacheMetrics.COLD);
    }

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        long start = System.nanoTime();
        var answers = cache.lookUp(keys);
        latency.record(Duration.ofNanos(System.nanoTime() - start));
        for (var key : keys) {
            metrics.count(CacheMetrics.COLD, verdict(answers.getOrDefault(key, NO_ANSWER)), 1);
        }
        return answers;
    }

    /** Asked beside a look-up that was counted already: what it does not find is no second miss. */
    @Override
    public Optional<CacheAnswer.Hit> find(CacheKey key) {
        var hit = cache.find(key);
        hit.ifPresent(_ -> metrics.count(CacheMetrics.COLD, "hit", 1));
        return hit;
    }

    private static String verdict(CacheAnswer answer) {
        return switch (answer) {
            case CacheAnswer.Hit _ -> "hit";
            case CacheAnswer.Miss _, CacheAnswer.InFlight _ -> "miss";
            case CacheAnswer.Unavailable _ -> "error";
        };
    }
}
