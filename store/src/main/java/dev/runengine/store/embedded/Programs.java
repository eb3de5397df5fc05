package dev.runengine.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of PostgreSQL under its account, one at a time. */
record Programs(Binaries binaries, Account account, Path output) {

    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs a program to its end; one that takes longer is killed and counts as failed. */
    Result run(Duration limit, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return run(limit, command, output);
    }

    /** Whether a program that does nothing can be started from the folder of binaries behind the given prefix. */
    static boolean works(List<String> prefix, Binaries binaries, Path output) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(binaries.program("postgres").toString(), "--version"));
        try {
            return run(Duration.ofSeconds(30), command, output).succeeded();
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /**
     * Output goes to a file, not a pipe: a server that a program leaves behind would keep a pipe open, and its reader
     * waiting.
     */
    private static Result run(Duration limit, List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG")); // PGDATA, PGPORT, PGOPTIONS...
        builder.environment().put("LC_ALL", "C");
        try {
            return run(limit, builder, output);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Result run(Duration limit, ProcessBuilder builder, Path output) throws IOException {
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Result(process.exitValue(), new String(Files.readAllBytes(output), UTF_8).strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + builder.command(), e);
        }
    }
}
