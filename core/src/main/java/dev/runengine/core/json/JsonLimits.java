package dev.runengine.core.json;

/**
 * How much of a text the reader takes on.
 *
 * @param maxDepth arrays and objects inside each other; the reader recurses, so a thread's stack bounds it too
 * @param maxLength bytes of UTF-8, or UTF-16 code units of a String
 */
public record JsonLimits(int maxDepth, int maxLength) {
    public static final JsonLimits DEFAULT = new JsonLimits(64, 16 << 20);

    private static final int DEEPEST = 256;

    public JsonLimits {
        if (maxDepth < 1 || maxDepth > DEEPEST || maxLength < 1) {
            throw new IllegalArgumentException(
                    "maxDepth is 1 to " + DEEPEST + " and maxLength positive, not " + maxDepth + " and " + maxLength);
        }
    }
}
