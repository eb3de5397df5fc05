package dev.runengine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RunEngineClientTest {
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
}
