package dev.runengine.core.run;

import java.util.Locale;

/** The status of a run as everybody sees it. */
public enum RunStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean over() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** The word in the API, the database and the logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
