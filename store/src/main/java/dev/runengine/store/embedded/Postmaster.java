package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that runs on a data folder, as its lock file {@code postmaster.pid} describes it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
 */
record Postmaster(long pid, int port, boolean ready) {
    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Optional<Postmaster> runningOn(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        long pid = number(lines, PID);
        if (!isServerOn(data, pid)) {
            return Optional.empty();
        }
        boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
        return Optional.of(new Postmaster(pid, (int) number(lines, PORT), ready));
    }

    /**
     * Removes the lock file of a server that is gone. PostgreSQL does so itself, except when its process number now
     * belongs to another program, as happens after each restart of a container. That no server uses the folder is
     * checked by PostgreSQL once more, by its shared memory segment.
     */
    static void forgetGone(Path data) throws IOException {
        if (runningOn(data).isEmpty()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    /** The command line tells, and unlike the other links of /proc every account may read it. */
    private static boolean isServerOn(Path data, long pid) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (!Files.exists(commandLine)) {
            return false;
        }
        List<String> words = List.of(new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).split("\0"));
        return words.getFirst().endsWith("/postgres") && words.contains(data.toString());
    }

    private static long number(List<String> lines, int line) {
        String text = lines.size() > line ? lines.get(line).strip() : "";
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
