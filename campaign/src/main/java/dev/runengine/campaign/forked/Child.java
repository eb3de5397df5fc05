package dev.runengine.campaign.forked;

import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One running child JVM. The thread that waits never touches a pipe: reading and writing pipes cannot be interrupted,
 * waiting for the end of a process can.
 */
final class Child implements AutoCloseable {
    static final int MAX_OUTPUT = 1 << 26;
    private static final int KILL_PATIENCE_SECONDS = 10;

    /** Nothing else is inherited: the program needs none of the node's secrets, nor its JVM options. */
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SystemRoot");

    private final String name;
    private final Path workspace;
    private final Process process;
    private final Feeder feeder;
    private final CompletableFuture<byte[]> output = new CompletableFuture<>();
    private final CompletableFuture<String> lastWords = new CompletableFuture<>();

    private Child(String name, Path workspace, Process process, ForkedJava.Feed feed) {
        this.name = name;
        this.workspace = workspace;
        this.process = process;
        this.feeder = new Feeder(name + "-input", process, feed);
    }

    static Child start(List<String> command, String name, Path workspace, ForkedJava.Feed feed) throws IOException {
        var builder = new ProcessBuilder(command).directory(workspace.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        var child = new Child(name, workspace, builder.start(), feed);
        child.pump("output", child.process.getInputStream(), in -> in.readNBytes(MAX_OUTPUT + 1), child.output);
        child.pump("errors", child.process.getErrorStream(), Tail::read, child.lastWords);
        child.feeder.start();
        return child;
    }

    /** Waits for the end of the program. */
    byte[] await() throws SkillException, IOException, InterruptedException {
        int exitCode = process.waitFor();
        feeder.rethrow();
        if (exitCode != 0) {
            throw SkillException.broken(CrashReport.of(process.pid(), workspace)
                    .map(report -> Obituary.crash(name, report))
                    .orElseGet(() -> Obituary.exit(name, exitCode, lastWords.join())));
        }
        if (output.join().length > MAX_OUTPUT) {
            throw SkillException.broken(name + " printed more than " + MAX_OUTPUT + " bytes");
        }
        return output.join();
    }

    /** Kills the program if it still runs, and returns when it and its feed have ended. */
    @Override
    public void close() {
        process.destroyForcibly();
        feeder.interrupt();
        CompletableFuture.allOf(process.onExit(), feeder.ended())
                // A process that the kernel cannot end (a dead disk) must not hold this thread for ever.
                .completeOnTimeout(null, KILL_PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private <T> void pump(String purpose, InputStream in, Reader<T> reader, CompletableFuture<T> result) {
        Thread.ofPlatform().daemon().name(name + "-" + purpose).start(() -> {
            try (in) {
                result.complete(reader.read(in));
                // A program whose pipe is full would never end.
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }
}
