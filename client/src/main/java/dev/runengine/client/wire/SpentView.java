package dev.runengine.client.wire;

/** What some executions took. @param durationMs one after the other @param costMicros money in millionths */
public record SpentView(int steps, long durationMs, long costMicros, long tokens) {}
