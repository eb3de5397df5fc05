package dev.runengine.runtime.port;

import java.util.Locale;

/** Why nobody drives a run that is not over. */
public enum RunWait {
    /** It may not start yet. */
    START_TIME,
    /** A worker that knows its workflow will take it when it is its tenant's turn. */
    TURN,
    /** There are workers, but none that knows its workflow version. */
    WORKFLOW_VERSION,
    /** There is no worker. */
    WORKER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
