package dev.runengine.campaign.browser;

/**
 * Something that went wrong in a page while it was open.
 *
 * @param text at most {@value #LONGEST} characters
 * @param address of the script or of what was requested; may be empty
 */
public record Complaint(Kind kind, String text, String address) {
    static final int LONGEST = 300;

    public enum Kind {
        /** An exception that nobody caught, a syntax error among them. */
        EXCEPTION,
        /** An error written to the console. */
        CONSOLE_ERROR,
        /** A warning written to the console, by the page or about it. */
        CONSOLE_WARNING,
        /** A request that failed, or was answered by an HTTP error. */
        FAILED_REQUEST,
        /** A request for something outside of the bundle; it failed, since there is no network. */
        OUTSIDE_REQUEST,
        /** A box that waits for a person: alert, confirm, prompt. */
        DIALOG
    }

    public Complaint {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        address = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
    }
}
