package dev.runengine.client.wire;

/** What executions cost. @param durationMs one after the other @param costMicros money in millionths */
public record CostView(long durationMs, long costMicros, long tokens) {}
