package dev.runengine.store.redis;

import dev.runengine.store.disk.Disk;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A real server on this machine, on a port of its own, that can be stopped, killed and started again. It ends with this
 * JVM, however that ends: the shell that started it waits for its own input to be closed.
 */
public final class RedisServer implements AutoCloseable {
    private static final String PROGRAM = "redis-server-6.2.6-v5-linux-amd64";
    private static final Path FOLDER = Path.of("target", "redis").toAbsolutePath();
    private static final String SHELL = "\"$@\" > /dev/null 2>&1 & echo $!; cat > /dev/null; kill -9 $!; wait $!";
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);

    private final int port;
    private final Path folder;
    private final List<String> options;
    private @Nullable Process shell;
    private long pid;

    private RedisServer(List<String> options) throws IOException {
        this.options = options;
        this.port = freePort();
        this.folder = Files.createDirectories(FOLDER.resolve(Integer.toString(port)));
    }

    /** @param options such as {@code --requirepass secret} */
    public static RedisServer start(String... options) {
        try {
            var server = new RedisServer(List.of(options));
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Begins to answer, with nothing of what it held before. */
    public void startAgain() {
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() throws IOException {
        var command =
                new ArrayList<>(List.of("sh", "-c", SHELL, "redis", program().toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", folder.toString()));
        command.addAll(List.of("--save", "", "--appendonly", "no"));
        command.addAll(options);
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        shell = started;
        pid = Long.parseLong(started.inputReader(StandardCharsets.US_ASCII).readLine());
        awaitAnswer();
    }

    public void kill() {
        try {
            var running = Objects.requireNonNull(shell);
            signal("CONT");
            running.getOutputStream().close();
            running.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it takes what is sent and answers nothing. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** Over a connection of its own. */
    public <T> T ask(Function<RedisCommands<String, String>, T> commands) {
        var client = RedisClient.create(RedisURI.create(url()));
        try (var connection = client.connect()) {
            return commands.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ZERO);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() - end < 0) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
                return;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("the server did not start within " + READY_WITHIN);
    }

    private static synchronized Path program() throws IOException {
        var program = FOLDER.resolve(PROGRAM);
        if (!Files.exists(program)) {
            Files.createDirectories(FOLDER);
            var unpacked = Files.createTempFile(FOLDER, "unpacking", "");
            try (var packed = Objects.requireNonNull(RedisServer.class.getResourceAsStream("/" + PROGRAM))) {
                Files.copy(packed, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            unpacked.toFile().setExecutable(true);
            Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Disk.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
