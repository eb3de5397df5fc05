package dev.runengine.campaign.browser;

import dev.runengine.campaign.browser.BrowserException.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A headless Chromium with one page. It reaches one port of this machine and nothing else; every answer is waited for a
 * limited time; at most {@value #MOST_AT_ONCE} run at once in a JVM. For one thread at a time. Every method obeys
 * interruption; closing ends the process and removes what it wrote.
 */
public final class Browser implements AutoCloseable {
    /** System property that names the program; without it, {@link #VARIABLE}, else the PATH is searched. */
    public static final String PROPERTY = "run.engine.chromium";

    public static final String VARIABLE = "RUN_ENGINE_CHROMIUM";
    public static final int MOST_AT_ONCE = 2;
    /** The host name under which a page reaches the served port. */
    public static final String HOST = "game.localhost";

    public static final String ORIGIN = "http://" + HOST;

    private static final Semaphore FREE = new Semaphore(MOST_AT_ONCE, true);

    private final ChromiumProcess process;
    private Duration patience;
    private final PageEvents events = new PageEvents(Browser::isOutside, this::closeDialog);
    private final Connection connection;
    private String session = "";
    private Hand hand = new Hand(this::command, false);
    private boolean closed;

    private Browser(ChromiumProcess process, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.connection = new Connection(process.answers(), process.commands(), events);
    }

    /** Where a Chromium is, if there is one. */
    public static Optional<Path> installed() {
        return Installation.find();
    }

    /**
     * Waits until one may run, then starts it with an empty page.
     *
     * @param port on this machine, the only one it reaches; pages open it as {@link #ORIGIN}
     * @param starting how long to wait while others run, and again for a new browser's first answers
     * @param patience how long any later answer may take
     */
    public static Browser start(Path binary, int port, Duration starting, Duration patience)
            throws BrowserException, InterruptedException {
        if (!FREE.tryAcquire(starting.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BrowserException(Cause.UNAVAILABLE, "all " + MOST_AT_ONCE + " browsers were in use", null);
        }
        ChromiumProcess process;
        try {
            process = ChromiumProcess.start(binary, port);
        } catch (IOException e) {
            FREE.release();
            throw new BrowserException(Cause.UNAVAILABLE, "the browser did not start: " + e.getMessage(), e);
        }
        var browser = new Browser(process, starting);
        boolean ready = false;
        try {
            browser.attach();
            browser.patience = patience;
            ready = true;
            return browser;
        } catch (BrowserException e) {
            throw new BrowserException(
                    Cause.UNAVAILABLE, "the browser did not start; its last words: " + process.lastWords(), e);
        } finally {
            if (!ready) {
                browser.close();
            }
        }
    }

    private void attach() throws BrowserException, InterruptedException {
        var target = call("Target.createTarget", params("url", "about:blank"), null);
        var attached = call(
                "Target.attachToTarget",
                params("targetId", target.path("targetId").asString("")).put("flatten", true),
                null);
        session = attached.path("sessionId").asString("");
        for (var domain : List.of("Page", "Runtime", "Log", "Network", "Inspector")) {
            command(domain + ".enable", params());
        }
        call("Browser.setDownloadBehavior", params("behavior", "deny"), null);
    }

    /** Shows the page on a screen, from the next page opened on. */
    public void show(Screen screen) throws BrowserException, InterruptedException {
        var metrics = params().put("width", screen.width()).put("height", screen.height());
        command(
                "Emulation.setDeviceMetricsOverride",
                metrics.put("deviceScaleFactor", 1).put("mobile", screen.touch()));
        command("Emulation.setTouchEmulationEnabled", params().put("enabled", screen.touch()));
        hand = new Hand(this::command, screen.touch());
    }

    /** Opens a page and returns when it has loaded. */
    public void open(String url, Duration longest) throws BrowserException, InterruptedException {
        var loaded = events.nextLoad();
        var answer = call("Page.navigate", params("url", url), session);
        if (answer.has("errorText")) {
            throw new BrowserException(
                    Cause.REFUSED, url + ": " + answer.get("errorText").asString(""), null);
        }
        answered(loaded, longest, "the page did not load");
    }

    /** The value of an expression; a promise is awaited. */
    public JsonNode evaluate(String expression) throws BrowserException, InterruptedException {
        return evaluate(expression, patience);
    }

    /** Returns when a condition holds in the page. */
    public void await(String condition, Duration longest) throws BrowserException, InterruptedException {
        evaluate(
                "new Promise(done => { const look = () => (" + condition
                        + ") ? done(1) : setTimeout(look, 15); look(); })",
                longest);
    }

    public void tap(Point point) throws BrowserException, InterruptedException {
        hand.tap(point);
    }

    /** @param way at least one point */
    public void drag(List<Point> way) throws BrowserException, InterruptedException {
        hand.drag(way);
    }

    public void follow(Point point) throws BrowserException, InterruptedException {
        hand.follow(point);
    }

    /** What is to be seen, as a PNG file. */
    public byte[] screenshot() throws BrowserException, InterruptedException {
        var shot = call("Page.captureScreenshot", params("format", "png"), session);
        return Base64.getDecoder().decode(shot.path("data").asString(""));
    }

    /** What went wrong since the start, without repetitions, in the order in which it was told. */
    public List<Complaint> complaints() {
        return events.complaints();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            process.close();
            FREE.release();
        }
    }

    private JsonNode evaluate(String expression, Duration longest) throws BrowserException, InterruptedException {
        var params = params("expression", expression).put("awaitPromise", true).put("returnByValue", true);
        var reply = result(answered(connection.send("Runtime.evaluate", params, session), longest, "the page is busy"));
        if (reply.has("exceptionDetails")) {
            var thrown = reply.path("exceptionDetails");
            throw new BrowserException(
                    Cause.REFUSED,
                    thrown.at("/exception/description")
                            .asString(thrown.path("text").asString("")),
                    null);
        }
        return reply.at("/result/value");
    }

    void command(String method, ObjectNode params) throws BrowserException, InterruptedException {
        call(method, params, session);
    }

    private JsonNode call(String method, ObjectNode params, @Nullable String toSession)
            throws BrowserException, InterruptedException {
        return result(answered(connection.send(method, params, toSession), patience, method + " had no answer"));
    }

    private static JsonNode result(JsonNode answer) throws BrowserException {
        if (answer.has("error")) {
            throw new BrowserException(
                    Cause.REFUSED, answer.at("/error/message").asString("an error"), null);
        }
        return answer.path("result");
    }

    private <T> T answered(CompletableFuture<T> answer, Duration longest, String silence)
            throws BrowserException, InterruptedException {
        try {
            CompletableFuture.anyOf(answer, events.crashed()).get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!answer.isDone()) {
                throw new BrowserException(Cause.CRASHED, "the page crashed", null);
            }
            return answer.get();
        } catch (TimeoutException e) {
            throw new BrowserException(
                    !session.isEmpty() && responds() ? Cause.SLOW : Cause.NO_ANSWER,
                    silence + " for " + longest.toSeconds() + " s",
                    e);
        } catch (ExecutionException e) {
            throw new BrowserException(Cause.CRASHED, "the browser ended", e);
        }
    }

    /** Whether the page's scripts still get their turn. */
    private boolean responds() throws InterruptedException {
        try {
            connection
                    .send("Runtime.evaluate", params("expression", "1"), session)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException busyOrGone) {
            return false;
        }
    }

    /** Runs on the thread that reads: it must not wait for the answer. */
    private void closeDialog() {
        connection.send("Page.handleJavaScriptDialog", params().put("accept", false), session);
    }

    private static boolean isOutside(String address) {
        return address.contains("://") && !address.startsWith(ORIGIN + "/") && !address.startsWith("file://");
    }

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode params(String name, String value) {
        return params().put(name, value);
    }
}
