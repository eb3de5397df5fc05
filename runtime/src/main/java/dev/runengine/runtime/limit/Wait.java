package dev.runengine.runtime.limit;

/** What an execution that may not start yet waits for. */
public enum Wait {
    /** A permit, of the node or of a limit of executions at once. */
    PERMIT,
    /** A token of a limit of executions a second. */
    RATE_LIMIT
}
