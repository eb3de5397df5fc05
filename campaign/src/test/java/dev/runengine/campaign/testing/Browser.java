package dev.runengine.campaign.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A headless Chromium with one page, without a network but this machine.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-headless-shell", "google-chrome");
    private static final Pattern ENDPOINT = Pattern.compile("ws://\\S+");
    private static final int SECONDS = 60;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final String session;

    /** Where a Chromium is on the PATH, if there is one. */
    public static Optional<Path> installed() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(":");
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile a new, empty folder */
    public static Browser start(Path binary, Path profile) throws Exception {
        var command = new ArrayList<>(List.of(
                binary.toString(),
                "--headless",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=390,844",
                "--autoplay-policy=no-user-gesture-required",
                "--mute-audio",
                "--no-first-run",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--enable-unsafe-swiftshader",
                "--use-angle=swiftshader",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new Browser(process);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private Browser(Process process) throws Exception {
        this.process = process;
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(endpoint(process)), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        var target = call("Target.createTarget", params("url", "about:blank"), null)
                .path("targetId")
                .stringValue();
        this.session = call("Target.attachToTarget", params("targetId", target).put("flatten", true), null)
                .path("sessionId")
                .stringValue();
        for (var domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", params(), session);
        }
    }

    /** Opens a page and returns when it has loaded. */
    public void open(String url) throws Exception {
        loaded = new CompletableFuture<>();
        call("Page.navigate", params("url", url), session);
        loaded.get(SECONDS, TimeUnit.SECONDS);
    }

    /** The value of an expression; a promise is awaited. */
    public JsonNode evaluate(String expression) throws Exception {
        var params = params("expression", expression).put("awaitPromise", true).put("returnByValue", true);
        var reply = call("Runtime.evaluate", params, session);
        if (reply.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + reply);
        }
        return reply.at("/result/value");
    }

    /** Returns when a condition holds in the page. */
    public void await(String condition) throws Exception {
        evaluate("new Promise(done => { const look = () => (" + condition
                + ") ? done(1) : setTimeout(look, 15); look(); })");
    }

    /** A press and release of the mouse, as a person's. */
    public void click(double x, double y) throws Exception {
        for (var type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            var params = params("type", type).put("x", x).put("y", y).put("clickCount", 1);
            call(
                    "Input.dispatchMouseEvent",
                    params.put("button", type.equals("mouseMoved") ? "none" : "left"),
                    session);
        }
    }

    /** Errors and warnings of the console, uncaught exceptions and failed requests, since the start. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        http.shutdownNow();
    }

    private JsonNode call(String method, ObjectNode params, @Nullable String toSession) throws Exception {
        int id = lastId.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        replies.put(id, reply);
        var message = params("method", method).put("id", id);
        message.set("params", params);
        if (toSession != null) {
            message.put("sessionId", toSession);
        }
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        var answer = reply.get(SECONDS, TimeUnit.SECONDS);
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.path("result");
    }

    private static ObjectNode params() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode params(String name, String value) {
        return params().put(name, value);
    }

    private static String endpoint(Process process) throws Exception {
        var found = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var matcher = ENDPOINT.matcher(line);
                    if (matcher.find()) {
                        found.complete(matcher.group());
                    }
                }
            } catch (IOException ended) {
                found.completeExceptionally(ended);
            }
            found.completeExceptionally(new IOException("the browser ended"));
        });
        return found.get(SECONDS, TimeUnit.SECONDS);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                receive(JsonMapper.shared().readTree(message.toString()));
                message.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        private void receive(JsonNode node) {
            if (node.has("id")) {
                Optional.ofNullable(replies.remove(node.get("id").intValue())).ifPresent(reply -> reply.complete(node));
                return;
            }
            var params = node.path("params");
            switch (node.path("method").asString("")) {
                case "Page.loadEventFired" -> loaded.complete(null);
                case "Runtime.exceptionThrown" -> complaints.add(params.toString());
                case "Log.entryAdded" -> complain(params.path("entry"), "level");
                case "Runtime.consoleAPICalled" -> complain(params, "type");
                default -> {}
            }
        }

        private void complain(JsonNode entry, String kind) {
            if (List.of("error", "warning").contains(entry.path(kind).asString(""))) {
                complaints.add(entry.toString());
            }
        }
    }
}
