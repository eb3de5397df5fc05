package dev.runengine.server.settings;

/** What a process does. */
public enum Role {
    /** Answers requests. */
    API,
    /** Executes runs. */
    WORKER
}
