package dev.runengine.core.workflow;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether and where a step's result is kept for reuse.
 *
 * @param ttl how long a hot entry lives; the deployment's default when empty
 * @param verify whether a hit reads its files and checks their digests at once, instead of when they are used
 */
public record CachePolicy(boolean enabled, CacheScope scope, Optional<Duration> ttl, boolean verify) {
    public static final CachePolicy GLOBAL = new CachePolicy(true, CacheScope.GLOBAL, Optional.empty(), false);
    public static final CachePolicy RUN_ONLY = new CachePolicy(true, CacheScope.RUN_ONLY, Optional.empty(), false);
    public static final CachePolicy OFF = new CachePolicy(false, CacheScope.RUN_ONLY, Optional.empty(), false);

    public CachePolicy {
        ttl.ifPresent(duration -> Durations.requirePositive("a cache ttl", duration));
    }

    public CachePolicy withTtl(Duration duration) {
        return new CachePolicy(enabled, scope, Optional.of(duration), verify);
    }

    public CachePolicy verified() {
        return new CachePolicy(enabled, scope, ttl, true);
    }
}
