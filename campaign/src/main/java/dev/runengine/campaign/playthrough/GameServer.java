package dev.runengine.campaign.playthrough;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the files of one game, and nothing else, to this machine only. Stateless: any thread may ask. */
final class GameServer implements AutoCloseable {
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("webm", "video/webm"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("glb", "model/gltf-binary"));
    private static final int NO_BODY = -1;

    private final Map<String, Path> files;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private GameServer(Map<String, Path> files, HttpServer server) {
        this.files = files;
        this.server = server;
    }

    static GameServer start(Map<String, Path> files) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = new GameServer(files, HttpServer.create(address, 0));
        server.server.createContext("/", server::answer);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("/");
            var file = files.get(path.substring(1));
            if (file == null || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(file == null ? 404 : 405, NO_BODY);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", mediaType(path));
            long size = Files.size(file);
            exchange.sendResponseHeaders(200, size == 0 ? NO_BODY : size);
            if (size > 0) {
                Files.copy(file, exchange.getResponseBody());
            }
        }
    }

    private static String mediaType(String path) {
        return MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
