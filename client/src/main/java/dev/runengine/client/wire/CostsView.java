package dev.runengine.client.wire;

/**
 * What a run cost, and what it did not cost because of reuse.
 *
 * @param savedUnknown reused results of which nobody knows any more what they cost
 */
public record CostsView(SpentView spent, SpentView saved, int savedUnknown) {}
