package dev.runengine.server.problem;

import java.util.Locale;

/** What is wrong at a place of a request. Part of the API. */
public enum PlaceCode {
    /** No JSON, or JSON that two readers could understand differently. */
    MALFORMED,
    MISSING,
    WRONG_TYPE,
    UNKNOWN,
    INVALID_VALUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
