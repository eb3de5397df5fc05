package dev.runengine.cli.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The REST contract as far as commands see it: an answer for each request that a test expects. */
final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> bodies = new ArrayList<>(); // guarded by itself

    private record Answer(int status, byte[] body) {}

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param request such as {@code GET /runs/...}, without the query */
    FakeServer on(String request, int status, String json) {
        return on(request, status, json.getBytes(StandardCharsets.UTF_8));
    }

    FakeServer on(String request, int status, byte[] body) {
        answers.put(request, new Answer(status, body));
        return this;
    }

    /** What was posted, in order. */
    List<String> bodies() {
        synchronized (bodies) {
            return List.copyOf(bodies);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                synchronized (bodies) {
                    bodies.add(body);
                }
            }
            var path = exchange.getRequestURI().getPath().substring("/api/v1".length());
            var answer = answers.getOrDefault(
                    exchange.getRequestMethod() + " " + path,
                    new Answer(
                            404,
                            WireText.problem(404, "RUN_NOT_FOUND", "nothing at " + path)
                                    .getBytes(StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
