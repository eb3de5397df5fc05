package dev.runengine.app.providers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.runengine.core.json.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;

/** Chat completions and image generations on this machine, with the answers a test gives it. */
final class FakeOpenAi implements AutoCloseable {
    private final HttpServer server;
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<String> authorizations = new ArrayList<>();

    FakeOpenAi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::complete);
        server.createContext("/v1/images/generations", FakeOpenAi::paint);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The next answer of the model. */
    void says(Json content) {
        answers.add(content.toString());
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void complete(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var choice = Json.object(
                "finish_reason", Json.of("stop"), "message", Json.object("content", Json.of(answers.remove())));
        var usage = Json.object("prompt_tokens", Json.of(1_000), "completion_tokens", Json.of(500));
        respond(exchange, Json.object("choices", Json.array(choice), "usage", usage));
    }

    private static void paint(HttpExchange exchange) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1024, 1536, BufferedImage.TYPE_INT_RGB), "png", picture);
        var image = Json.object("b64_json", Json.of(Base64.getEncoder().encodeToString(picture.toByteArray())));
        respond(exchange, Json.object("data", Json.array(image)));
    }

    private static void respond(HttpExchange exchange, Json answer) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
