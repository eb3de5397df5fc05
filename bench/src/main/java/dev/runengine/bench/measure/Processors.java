package dev.runengine.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processor time of this process and of a database server with all its processes. */
final class Processors {
    private static final Path PROC = Path.of("/proc");
    /** The kernel's clock tick as user space sees it, on every Linux platform. */
    private static final double MS_PER_TICK = 10;
    /** Places after the command's name, see proc_pid_stat(5). */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private final long server;

    /** @param server the process that all others of the database server are children of */
    Processors(long server) {
        this.server = server;
    }

    double usedMs() {
        var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return own.getProcessCpuTime() / 1e6 + serverMs();
    }

    /** Children that ended count in their parent, once it has seen their end. */
    private double serverMs() {
        double ticks = 0;
        for (var process : processes()) {
            var fields = stat(process);
            boolean isServer = process.getFileName().toString().equals(Long.toString(server));
            if (isServer) {
                ticks += number(fields, CHILDREN_USER) + number(fields, CHILDREN_SYSTEM);
            }
            if (isServer || (!fields.isEmpty() && number(fields, PARENT) == server)) {
                ticks += number(fields, USER) + number(fields, SYSTEM);
            }
        }
        return ticks * MS_PER_TICK;
    }

    private static List<Path> processes() {
        try (var entries = Files.list(PROC)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a process that has ended meanwhile. The name may hold spaces, so what follows it is read. */
    private static List<String> stat(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long number(List<String> fields, int place) {
        return fields.isEmpty() ? 0 : Long.parseLong(fields.get(place));
    }
}
