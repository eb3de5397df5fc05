package dev.runengine.app.process;

import dev.runengine.app.Main;
import dev.runengine.client.RunEngineClient;
import dev.runengine.skills.catalog.SkillPack;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code run-engine server} in a JVM of its own, whose log is the signal to wait for. */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_S = 180;
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final Pattern RUN_OVER =
            Pattern.compile("Run (completed|failed|cancelled): runId=(?<id>[0-9a-f-]{36})");
    private static final String END_OF_LOG = "the end of the log";

    private final Process process;
    private final int port;
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofVirtual().start(() -> {
            try (var lines = new BufferedReader(process.errorReader(StandardCharsets.UTF_8))) {
                lines.lines().forEach(log::add);
            } catch (IOException | UncheckedIOException e) {
                log.add(String.valueOf(e)); // the process was killed while it wrote
            }
            log.add(END_OF_LOG);
        });
    }

    /** Returns once the server has printed that it is ready. */
    static ServerProcess start(Path home) throws Exception {
        return start(home, Map.of());
    }

    /** @param settings environment variables */
    static ServerProcess start(Path home, Map<String, String> settings) throws Exception {
        return start(home, settings, "-XX:+UseSerialGC");
    }

    /** @param flags of the JVM */
    static ServerProcess start(Path home, Map<String, String> settings, String... flags) throws Exception {
        return start(home, settings, CLASS_PATH, List.of(flags));
    }

    /** With one more pack, found like the others. */
    static ServerProcess start(Path home, Map<String, String> settings, Class<? extends SkillPack> pack)
            throws Exception {
        var services = Files.createDirectories(home.resolve("packs").resolve("META-INF/services"));
        Files.writeString(services.resolve(SkillPack.class.getName()), pack.getName());
        var classPath = home.resolve("packs") + File.pathSeparator + CLASS_PATH;
        return start(home, settings, classPath, List.of("-XX:+UseSerialGC"));
    }

    private static ServerProcess start(Path home, Map<String, String> settings, String classPath, List<String> flags)
            throws Exception {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, Main.class.getName(), "server"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("RUN_ENGINE_HOME", home.toString());
        builder.environment().put("RUN_ENGINE_PORT", Integer.toString(port));
        builder.environment().put("RUN_ENGINE_OPS_PORT", Integer.toString(freePort()));
        builder.environment().putAll(settings);
        var server = new ServerProcess(builder.start(), port);
        try (var out = new BufferedReader(server.process.inputReader(StandardCharsets.UTF_8))) {
            if (out.readLine() == null) {
                throw new IOException("the server ended before it was ready: " + server.log);
            }
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    RunEngineClient client() {
        return RunEngineClient.of(address());
    }

    /** Waits until a line of the log, from where the last wait ended, has that text. */
    void awaitLog(String text) throws InterruptedException {
        awaitLog(Pattern.compile(Pattern.quote(text)));
    }

    private String awaitLog(Pattern text) throws InterruptedException {
        var seen = new ArrayList<String>();
        while (true) {
            var line = log.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (line == null || line.equals(END_OF_LOG)) {
                throw new AssertionError("the log never said \"" + text + "\" but " + seen);
            }
            seen.add(line);
            if (text.matcher(line).find()) {
                return line;
            }
        }
    }

    /** Waits until the log says that these runs are over, which must be because they were completed. */
    void awaitCompletion(UUID... runs) throws InterruptedException {
        var open = new HashSet<>(List.of(runs));
        while (!open.isEmpty()) {
            var end = awaitLog(RUN_OVER);
            var matcher = RUN_OVER.matcher(end);
            if (matcher.find() && open.remove(UUID.fromString(matcher.group("id"))) && !end.contains("Run completed")) {
                throw new AssertionError(end);
            }
        }
    }

    /** As kill -9 does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM does it. @return the exit code */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly(); // a test that wants more has stopped it before
    }
}
