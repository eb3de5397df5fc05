package dev.runengine.campaign.forked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a crashing JVM leaves in its working directory: the signal and the native frame it happened in. */
final class CrashReport {
    private static final int HEADER_LINES = 40;

    private CrashReport() {}

    /** The two telling lines of the report, if that process left one. */
    static Optional<String> of(long pid, Path workspace) {
        var report = workspace.resolve("hs_err_pid" + pid + ".log");
        if (!Files.isReadable(report)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(report)) {
            return Optional.of(lines.limit(HEADER_LINES)
                    .filter(line -> line.matches("#  ?(SIG|EXCEPTION|Internal Error|[CVJj] ).*"))
                    .map(line -> line.substring(1).strip())
                    .collect(Collectors.joining(" in ")));
        } catch (IOException e) {
            return Optional.of("its report cannot be read: " + e.getMessage());
        }
    }
}
