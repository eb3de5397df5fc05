package dev.runengine.core.workflow;

/** Which runs may reuse a step's result. */
public enum CacheScope {
    /** Every run of the tenant. */
    GLOBAL,
    /** The same run only: its retry and its resume. */
    RUN_ONLY
}
