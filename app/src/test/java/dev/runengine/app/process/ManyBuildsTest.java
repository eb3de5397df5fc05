package dev.runengine.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.wire.TriggerBody;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ManyBuildsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    @Tag("long")
    void tenBuildsAtOnceFitInTwoGigabytesOfHeap(@TempDir Path folder) throws Exception {
        try (var server = ServerProcess.start(
                folder.resolve("home"),
                Map.of("RUN_ENGINE_CHROMIUM", "none"),
                "-Xmx2g",
                "-XX:+ExitOnOutOfMemoryError")) {
            var runs = IntStream.range(0, 10)
                    .mapToObj(number ->
                            JSON.readTree("{\"campaign_id\": \"c%d\", \"brief\": {\"title\": \"Spin and win %d\"}}"
                                    .formatted(number, number)))
                    .map(payload -> server.client()
                            .trigger(TriggerBody.of("campaign.build", payload))
                            .runId())
                    .toArray(UUID[]::new);
            server.awaitCompletion(runs);
            assertThat(server.stop()).isZero();
        }
    }
}
