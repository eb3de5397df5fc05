package dev.runengine.campaign.playthrough;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.Complaint;

/** What the browser complained about, as faults of the game. */
final class Faults {
    private Faults() {}

    static Fault of(Complaint complaint) {
        var file = file(complaint.address());
        return switch (complaint.kind()) {
            case EXCEPTION -> new Fault("javascript_error", complaint.text(), file, true);
            case CONSOLE_ERROR -> new Fault("console_error", complaint.text(), file, true);
            case CONSOLE_WARNING -> new Fault("console_warning", complaint.text(), file, false);
            case FAILED_REQUEST -> new Fault("request_failed", file + ": " + complaint.text(), file, true);
            case OUTSIDE_REQUEST ->
                new Fault("external_request", "the game asks the network for " + complaint.address(), "", true);
            case DIALOG -> new Fault("dialog", "a box interrupts the game: " + complaint.text(), "", true);
        };
    }

    /** The path in the bundle; empty for an address outside of it. */
    private static String file(String address) {
        var prefix = Browser.ORIGIN + "/";
        var path = address.startsWith(prefix) ? address.substring(prefix.length()) : "";
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
