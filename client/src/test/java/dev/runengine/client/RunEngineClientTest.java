package dev.runengine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.runengine.client.wire.TriggerBody;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class RunEngineClientTest {
    private static final byte[] ACCEPTED = """
            {"runId": "01970000-0000-7000-8000-000000000001", "status": "queued", "message": "queued"}""".getBytes(StandardCharsets.UTF_8);

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var client = RunEngineClient.of(URI.create("http://127.0.0.1:" + free));
        assertThatThrownBy(client::workflows)
                .isInstanceOf(ServerUnreachableException.class)
                .hasMessageContaining(Integer.toString(free));
    }

    @Test
    void anAnswerThatIsNoProblemDocumentIsToldAsWhatItIs() throws IOException {
        var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(502, 0);
            try (var out = exchange.getResponseBody()) {
                out.write("<h1>Bad Gateway</h1>".getBytes(StandardCharsets.UTF_8));
            }
        });
        proxy.start();
        try {
            var client = RunEngineClient.of(
                    URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()));
            assertThatThrownBy(client::workflows)
                    .isInstanceOfSatisfying(
                            RunEngineException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(502));
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void aTriggerWhoseAnswerIsLostIsSentAgainAsTheSameRequest() throws IOException {
        var sent = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/runs", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                sent.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
                switch (sent.size()) {
                    case 1 -> {} // closed without an answer
                    case 2 -> {
                        exchange.getResponseHeaders().set("Retry-After", "0");
                        exchange.sendResponseHeaders(503, -1);
                    }
                    default -> {
                        exchange.sendResponseHeaders(202, ACCEPTED.length);
                        exchange.getResponseBody().write(ACCEPTED);
                    }
                }
            }
        });
        server.start();
        try {
            var client = RunEngineClient.of(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            var song = TriggerBody.of("song", JsonNodeFactory.instance.objectNode());

            assertThat(client.trigger(song).message()).isEqualTo("queued");
            assertThat(sent)
                    .hasSize(3)
                    .containsOnly(sent.getFirst())
                    .first()
                    .asString()
                    .startsWith("\"");
            client.trigger(song);
            client.trigger(song, "a\"b\\c");
        } finally {
            server.stop(0);
        }
        assertThat(sent.get(3)).as("the key of another run").isNotEqualTo(sent.getFirst());
        assertThat(sent.getLast()).startsWith("\"a\\\"b\\\\c\" ");
    }
}
