package dev.runengine.bench.report;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Where and when was measured. @param load the three averages of {@code /proc/loadavg}, over 1, 5 and 15 minutes */
public record Machine(Instant at, int processors, long heapMb, String jdk, String load) {
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final int AVERAGES = 3;

    public static Machine now(Instant at) {
        var runtime = Runtime.getRuntime();
        return new Machine(
                at,
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                Runtime.version().toString(),
                loadAverages());
    }

    /** Over the last minute. */
    public static double loadOfAMinute() {
        return Double.parseDouble(loadAverages().split(" ")[0]);
    }

    private static String loadAverages() {
        try {
            return String.join(" ", List.of(Files.readString(LOAD).split(" ")).subList(0, AVERAGES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "%s, %d processors, heap up to %d MB, Java %s, load %s".formatted(at, processors, heapMb, jdk, load);
    }

    JObject json() {
        return Json.object("at", Json.of(at.toString()), "processors", Json.of((double) processors))
                .with("heapMb", Json.of(heapMb))
                .with("java", Json.of(jdk))
                .with("load", Json.of(load));
    }
}
