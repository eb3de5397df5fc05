package dev.runengine.core.reuse;

/** What the engine decided about reusing a result for a step. */
public enum Verdict {
    /** Looked up and not found: executed. */
    MISS(Origin.EXECUTED),
    /** The request, or force, said not to look: executed. */
    BYPASSED(Origin.EXECUTED),
    /** The step's cache policy is off: executed. */
    DISABLED(Origin.EXECUTED),
    /** The look-up itself failed: executed. */
    LOOKUP_ERROR(Origin.EXECUTED),
    HIT_HOT(Origin.HOT_CACHE),
    HIT_COLD(Origin.COLD_CACHE),
    HIT_IN_FLIGHT(Origin.IN_FLIGHT),
    BASE_RUN(Origin.BASE_RUN);

    private final Origin origin;

    Verdict(Origin origin) {
        this.origin = origin;
    }

    /** Where the result of a step with this verdict comes from. */
    public Origin origin() {
        return origin;
    }
}
