package dev.runengine.client.wire;

/**
 * What an execution is likely to take, from earlier ones.
 *
 * @param samples how many those were
 * @param costMicros money in millionths
 */
public record EstimateView(int samples, SpreadView durationMs, SpreadView costMicros) {

    /** Half of the earlier ones took at most {@code p50}, nine of ten at most {@code p90}. */
    public record SpreadView(long p50, long p90) {}
}
