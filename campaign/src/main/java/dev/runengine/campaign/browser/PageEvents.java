package dev.runengine.campaign.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What a page tells on its own: that it has loaded, that it crashed, and what went wrong in it. Safe for all threads. */
final class PageEvents implements Consumer<JsonNode> {
    /** A page that complains in a loop must not fill the memory. */
    private static final int MOST_COMPLAINTS = 100;

    private static final int MOST_REQUESTS = 5_000;

    private final Predicate<String> outside;
    private final Runnable closeDialog;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, String> requests = new HashMap<>();
    private final CompletableFuture<Void> crashed = new CompletableFuture<>();
    private CompletableFuture<Void> loaded = new CompletableFuture<>();

    /**
     * @param outside whether an address lies outside of what the page belongs to
     * @param closeDialog called when a page waits for a person who is not there
     */
    PageEvents(Predicate<String> outside, Runnable closeDialog) {
        this.outside = outside;
        this.closeDialog = closeDialog;
    }

    synchronized CompletableFuture<Void> nextLoad() {
        loaded = new CompletableFuture<>();
        return loaded;
    }

    CompletableFuture<Void> crashed() {
        return crashed;
    }

    synchronized List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public synchronized void accept(JsonNode event) {
        var params = event.path("params");
        switch (event.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Inspector.targetCrashed", "Target.targetCrashed" -> crashed.complete(null);
            case "Page.javascriptDialogOpening" -> {
                add(Complaint.Kind.DIALOG, params.path("message").asString(""), "");
                closeDialog.run();
            }
            case "Runtime.exceptionThrown" -> exception(params.path("exceptionDetails"));
            case "Runtime.consoleAPICalled" -> console(params);
            case "Log.entryAdded" -> log(params.path("entry"));
            case "Network.requestWillBeSent" -> request(params);
            case "Network.responseReceived" -> response(params.path("response"));
            case "Network.loadingFailed" -> failed(params);
            default -> {} // the protocol has hundreds of events
        }
    }

    private void exception(JsonNode details) {
        var thrown = details.at("/exception/description")
                .asString(details.path("text").asString("exception"));
        add(Complaint.Kind.EXCEPTION, firstLine(thrown), details.path("url").asString(""));
    }

    private void console(JsonNode params) {
        var text = new StringBuilder();
        params.path("args")
                .forEach(argument -> text.append(text.isEmpty() ? "" : " ")
                        .append(
                                argument.has("value")
                                        ? argument.get("value").asString("")
                                        : argument.path("description").asString("")));
        switch (params.path("type").asString("")) {
            case "error", "assert" -> add(Complaint.Kind.CONSOLE_ERROR, firstLine(text.toString()), "");
            case "warning" -> add(Complaint.Kind.CONSOLE_WARNING, firstLine(text.toString()), "");
            default -> {} // what a page logs is its own affair
        }
    }

    /** Failed requests and exceptions are reported twice by the protocol; here, what has no event of its own is kept. */
    private void log(JsonNode entry) {
        if (entry.path("source").asString("").equals("network")) {
            return;
        }
        var address = entry.path("url").asString("");
        switch (entry.path("level").asString("")) {
            case "error" -> add(Complaint.Kind.CONSOLE_ERROR, entry.path("text").asString(""), address);
            case "warning" ->
                add(Complaint.Kind.CONSOLE_WARNING, entry.path("text").asString(""), address);
            default -> {} // hints to developers
        }
    }

    private void request(JsonNode params) {
        var address = params.at("/request/url").asString("");
        if (outside.test(address)) {
            add(Complaint.Kind.OUTSIDE_REQUEST, "was requested", address);
        } else if (requests.size() < MOST_REQUESTS) {
            requests.put(params.path("requestId").asString(""), address);
        }
    }

    private void response(JsonNode response) {
        int status = response.path("status").asInt(0);
        if (status >= 400) {
            add(
                    Complaint.Kind.FAILED_REQUEST,
                    "HTTP " + status,
                    response.path("url").asString(""));
        }
    }

    private void failed(JsonNode params) {
        // A film that is no longer wanted, or a page that was left, cancels its requests.
        if (!params.path("canceled").asBoolean(false)) {
            var address = requests.get(params.path("requestId").asString(""));
            if (address != null) {
                add(Complaint.Kind.FAILED_REQUEST, params.path("errorText").asString("failed"), address);
            }
        }
    }

    private void add(Complaint.Kind kind, String text, String address) {
        var complaint = new Complaint(kind, text, address);
        if (complaints.size() < MOST_COMPLAINTS && !complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
