package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What to tell a person when a program of PostgreSQL failed: the likely cause, the way out, the last words of the log. */
final class Advice {
    private static final long LITTLE_SPACE = 256L << 20; // a new data folder takes 40 MB, a log segment 16 MB
    private static final int LINES = 12;
    private static final int TAIL_BYTES = 8 << 10;

    private Advice() {}

    static String forFailure(Layout layout, String what, String lastWords) throws IOException {
        long free = Files.getFileStore(layout.folder()).getUsableSpace();
        String way = free < LITTLE_SPACE
                ? "The disk of %s has only %d MB left: free some space and start again"
                        .formatted(layout.folder(), free >> 20)
                : "See below, and %s; or %s".formatted(layout.log(), DatabaseUnavailableException.USE_YOUR_OWN);
        return "%s. %s.%n%s".formatted(what, way, tail(lastWords));
    }

    static String tailOf(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer end = ByteBuffer.allocate(TAIL_BYTES);
            channel.read(end, Math.max(0, channel.size() - TAIL_BYTES));
            return tail(StandardCharsets.UTF_8.decode(end.flip()).toString());
        }
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
