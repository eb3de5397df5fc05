package dev.runengine.store.redis;

import java.time.Duration;

/** Tiers for tests. */
public final class RedisTiers {
    /** After this the tier tries again. */
    public static final Duration PAUSE = Duration.ofMillis(50);

    private RedisTiers() {}

    /** Waits long for answers, since the machine may be busy. */
    public static RedisHotTier patient(String url) {
        return at(url + "?timeout=10000ms");
    }

    public static RedisHotTier at(String url) {
        return RedisHotTier.at(RedisAddress.parse(url), PAUSE);
    }
}
