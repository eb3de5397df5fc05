package dev.runengine.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CacheListCommandTest {
    private static final String ENTRY = """
            {"key": "song:%1$s:%2$s", "workflowName": "song", "stepId": "%1$s", "inputHash": "%2$s",
             "skillVersion": "1+test@1", "runId": "01970000-0000-7000-8000-000000000001", "durationMs": 42,
             "costMicros": 7, "sizeBytes": 1000, "files": 1, "createdAt": "2026-01-01T00:00:00Z", "hits": %3$s}""";

    @Test
    void eachResultIsShownWithHowOftenAndWhenItWasReused() throws IOException {
        var terminal = new Terminal();
        var hash = "ab".repeat(32);
        var used = ENTRY.formatted("music", hash, "3, \"lastHitAt\": \"2026-02-03T04:05:06Z\"");
        var unused = ENTRY.formatted("video", hash, "0");
        try (var server = new FakeServer()) {
            server.on("GET /cache/entries", 200, "{\"entries\": [" + used + "," + unused + "]}");

            assertThat(terminal.runsAt(server, "cache", "ls")).isZero();
        }
        assertThat(terminal.out().lines().map(String::strip))
                .anyMatch(line -> line.contains("HITS") && line.endsWith("LAST HIT"))
                .anyMatch(line -> line.contains("music") && line.matches(".* 3 +2026-02-03T04:05:06Z"))
                .anyMatch(line -> line.contains("video") && line.matches(".* 0 +-"));
    }
}
