package dev.runengine.app.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link NodeMain}, seen from outside. Its log is in {@code target/crash}. */
final class NodeProcess implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "crash");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String name;
    private final Process process;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private NodeProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        process.onExit().thenRun(() -> ready.completeExceptionally(new IOException(name + " has ended")));
    }

    /** Returns before it is ready. */
    static NodeProcess launch(String name, int port, NodeOptions options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NodeMain.class.getName(),
                Integer.toString(port),
                name));
        command.addAll(options.arguments());
        Files.createDirectories(LOGS);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        return new NodeProcess(
                name,
                builder.redirectOutput(LOGS.resolve(name + ".log").toFile()).start());
    }

    String name() {
        return name;
    }

    void isReady() {
        ready.complete(null);
    }

    NodeProcess awaitReady() throws InterruptedException {
        try {
            ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(name + " does not start; see " + LOGS.resolve(name + ".log"), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** By SIGKILL; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** By SIGSTOP: it neither works nor renews its lease until it goes on. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " " + process.pid() + " said " + kill.exitValue());
        }
    }

    /** By SIGTERM alone: {@link Process#destroy} would end its input too. Returns when it is gone. */
    void stop() throws IOException, InterruptedException {
        signal("TERM");
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " does not stop; see " + LOGS.resolve(name + ".log"));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
