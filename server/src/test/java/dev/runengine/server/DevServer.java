package dev.runengine.server;

import dev.runengine.server.settings.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** One server without an issuer, shared by all tests: they use texts of their own instead. */
final class DevServer {
    private static final RunEngineServer SERVER = start();

    private DevServer() {}

    static Browser api() {
        return Browser.on(SERVER.port());
    }

    static Browser ops() {
        return Browser.on(SERVER.opsPort());
    }

    static ServerOptions options() {
        try {
            var home = Files.createTempDirectory("run-engine-server");
            return ServerOptions.of(home, List.of(new TestPack())).withPorts(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunEngineServer start() {
        var server = RunEngineServer.start(options(), MemoryStorage::open);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
