package dev.runengine.core.run;

import java.util.Locale;

/** The status of a step as everybody sees it. SKIPPED means reused: done without having been executed. */
public enum StepStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    SKIPPED,
    FAILED,
    CANCELLED;

    /** The word in the API, the database and the logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StepStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
