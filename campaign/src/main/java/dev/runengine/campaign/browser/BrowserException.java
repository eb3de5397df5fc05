package dev.runengine.campaign.browser;

import org.jspecify.annotations.Nullable;

/** The browser did not do what it was asked for. The message ends the sentence "it could not be opened: ...". */
public final class BrowserException extends Exception {
    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Cause {
        /** No browser: it did not start, or every one allowed is in use. */
        UNAVAILABLE,
        /** The page's scripts are busy: they do not get to answer anything. */
        NO_ANSWER,
        /** The page answers, but what was waited for did not come in time: often the machine is busy. */
        SLOW,
        /** The page or the whole browser ended. */
        CRASHED,
        /** A script threw, or an address could not be opened. */
        REFUSED
    }

    private final Cause reason;

    BrowserException(Cause reason, String message, @Nullable Throwable trigger) {
        super(message, trigger);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
