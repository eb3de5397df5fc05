package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A server with a limit: what waits says so. */
class WaitingTest {
    @Test
    void aStepSaysThatItWaitsForARateLimitAndWhatFollowsThatItWaitsForTheStep() throws IOException {
        var options = DevServer.options();
        Files.writeString(options.home().resolve("limits.json"), """
                {"limits": [{"name": "shouting", "skills": ["shout"], "rate": {"perSecond": 0.001, "burst": 1}}]}""");
        try (var server = RunEngineServer.start(options, MemoryStorage::open)) {
            var api = Browser.on(server.port());
            api.runWhen(api.trigger("greeting", "spends the burst"), "completed");
            var run = api.trigger("greeting", "waits");

            var steps = api.when("runs/" + run + "/steps", "/steps/0/waitingFor", "rate limit");
            assertThat(steps.at("/steps/0/status")).isEqualTo("running");
            assertThat(steps.at("/steps/2/waitingFor")).isEqualTo("dependencies");
            assertThat(api.get("runs/" + run + "/steps/shout").at("/step/waitingFor"))
                    .isEqualTo("rate limit");
            api.post("runs/" + run + "/cancel", "");
            assertThat(api.runWhen(run, "cancelled").text()).doesNotContain("waitingFor");
        }
    }

    @Test
    void limitsThatCannotBeUnderstoodAreNamedWithTheirFileAndPlace() throws IOException {
        var options = DevServer.options();
        var file = options.home().resolve("limits.json");
        Files.writeString(file, "{\"limits\": [{\"name\": \"x\", \"concurrent\": 0}]}");
        assertThatThrownBy(() -> RunEngineServer.start(options, MemoryStorage::open))
                .hasMessageContaining("limits.json")
                .hasMessageContaining("/limits/0/concurrent");
    }
}
