package dev.runengine.client.wire;

/**
 * Cached results that were deleted, or would be.
 *
 * @param sizeBytes of their outputs and files
 * @param dryRun whether nothing was deleted
 */
public record CacheRemovalView(long entries, long sizeBytes, boolean dryRun) {}
