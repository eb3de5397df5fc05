package dev.runengine.core.reuse;

/**
 * What one request allows the cache to do.
 *
 * @param read whether results may be looked up
 * @param write whether results may be stored
 * @param coalesce whether to share an execution that is under way
 */
public record CacheFlags(boolean read, boolean write, boolean coalesce) {
    public static final CacheFlags DEFAULT = new CacheFlags(true, true, true);
}
