package dev.runengine.campaign.forked;

/** Why a program ended before its time, in words for a person. */
final class Obituary {
    private static final int LINES = 12;
    /** The JDK reports death by signal n as exit code 128 + n. */
    private static final int SIGNAL_BASE = 128;
    /** Of a JVM started with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private Obituary() {}

    static String crash(String program, String report) {
        return program + " crashed in native code: " + report;
    }

    static String exit(String program, int exitCode, String errors) {
        return program + " " + cause(exitCode) + quoted(errors);
    }

    private static String cause(int exitCode) {
        if (exitCode == OUT_OF_MEMORY) {
            return "ran out of heap memory";
        }
        return exitCode > SIGNAL_BASE
                ? "was ended by signal " + (exitCode - SIGNAL_BASE)
                : "failed with exit code " + exitCode;
    }

    private static String quoted(String errors) {
        var lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? " and said nothing about it"
                : ": " + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
