package dev.runengine.bench.workload;

import dev.runengine.store.database.Database.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link CrashingWorker}, seen from outside. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicInteger starts = new AtomicInteger();
    private final Thread reader;

    private WorkerProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static WorkerProcess start(Address address, Path files) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder = new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWorker.class.getName(),
                address.url(),
                address.user(),
                address.password(),
                files.toString());
        return new WorkerProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::heard);
        } catch (UncheckedIOException | IOException e) {
            ready.countDown(); // killed: what it said before was heard
        }
    }

    private void heard(String line) {
        switch (line) {
            case CrashingWorker.READY -> ready.countDown();
            case CrashingWorker.START -> starts.incrementAndGet();
            default -> System.err.println(line);
        }
    }

    void awaitReady() throws InterruptedException {
        ready.await();
    }

    /** How many skills it has started. */
    int starts() {
        return starts.get();
    }

    /** By SIGKILL; returns when it is gone and all it said is counted. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
