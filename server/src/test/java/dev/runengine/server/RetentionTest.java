package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is kept for how long, as it stands in the data folder. */
class RetentionTest {
    @Test
    void rulesThatCannotBeUnderstoodAreNamedWithTheirFileAndPlace() throws IOException {
        var options = DevServer.options();
        Files.writeString(options.home().resolve("retention.json"), "{\"retention\": [{\"runs\": \"for ever\"}]}");

        assertThatThrownBy(() -> RunEngineServer.start(options, MemoryStorage::open))
                .hasMessageContaining("retention.json")
                .hasMessageContaining("/retention/0/runs");
    }
}
