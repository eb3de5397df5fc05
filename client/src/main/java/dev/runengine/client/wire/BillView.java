package dev.runengine.client.wire;

/**
 * What an update is likely to take: the work of its steps one after the other, and their money.
 *
 * @param least of the steps that run, each at its p50
 * @param most of the steps that run or may, each at its p90
 * @param runUnknown steps that run of which nothing is known; they come on top
 * @param maybeUnknown steps that may run of which nothing is known
 */
public record BillView(AmountView least, AmountView most, int runUnknown, int maybeUnknown) {

    /** @param costMicros money in millionths */
    public record AmountView(long durationMs, long costMicros) {}
}
