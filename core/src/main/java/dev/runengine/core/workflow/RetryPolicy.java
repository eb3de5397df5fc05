package dev.runengine.core.workflow;

import java.time.Duration;

/**
 * How often a step is tried.
 *
 * @param maxAttempts executions that end in a failure, at most
 * @param backoff before the second attempt; doubled before each further one
 * @param maxLost executions that are lost with their worker, at most
 */
public record RetryPolicy(int maxAttempts, Duration backoff, int maxLost) {
    public static final int DEFAULT_MAX_LOST = 3;
    public static final RetryPolicy DEFAULT = of(3, Duration.ofSeconds(1));
    public static final RetryPolicy NONE = of(1, Duration.ZERO);

    private static final int MOST_ATTEMPTS = 100;

    public RetryPolicy {
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS || maxLost < 0 || maxLost > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("maxAttempts is 1 to " + MOST_ATTEMPTS + " and maxLost 0 to "
                    + MOST_ATTEMPTS + ", not " + maxAttempts + " and " + maxLost);
        }
        if (backoff.isNegative()) {
            throw new IllegalArgumentException("a backoff is not negative: " + backoff);
        }
    }

    public static RetryPolicy of(int maxAttempts, Duration backoff) {
        return new RetryPolicy(maxAttempts, backoff, DEFAULT_MAX_LOST);
    }
}
