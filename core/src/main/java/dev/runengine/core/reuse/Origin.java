package dev.runengine.core.reuse;

/** How a finished step came by its result. */
public enum Origin {
    EXECUTED,
    HOT_CACHE,
    COLD_CACHE,
    IN_FLIGHT,
    BASE_RUN
}
