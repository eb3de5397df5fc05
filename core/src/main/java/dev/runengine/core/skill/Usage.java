package dev.runengine.core.skill;

/**
 * What an execution used up.
 *
 * @param costMicros money in millionths of the deployment's currency
 * @param tokens language model tokens, in and out
 */
public record Usage(long costMicros, long tokens) {
    public static final Usage NONE = new Usage(0, 0);

    public Usage {
        if (costMicros < 0 || tokens < 0) {
            throw new IllegalArgumentException("usage is never negative");
        }
    }
}
