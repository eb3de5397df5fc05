package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.client.RunEngineClient;
import dev.runengine.client.RunEngineException;
import dev.runengine.client.RunFilter;
import dev.runengine.client.wire.TriggerBody;
import dev.runengine.client.wire.UpdateBody;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ClientTest {
    private final Browser api = DevServer.api();
    private final RunEngineClient client = RunEngineClient.of(URI.create("http://127.0.0.1:" + api.port()));

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    @Test
    void theClientReadsWhatTheServerWrites(@TempDir Path folder) throws IOException {
        var queued = client.trigger(TriggerBody.of("greeting", text("client")));
        api.runWhen(queued.runId().toString(), "completed");

        var run = client.run(queued.runId());
        assertThat(run.over()).isTrue();
        assertThat(run.error()).isEmpty();
        assertThat(run.triggerPayload()).contains(text("client"));
        assertThat(client.runs(RunFilter.ALL.withWorkflow("greeting").withLimit(1))
                        .runs())
                .hasSize(1);
        assertThat(client.steps(run.id()).steps()).hasSize(3);
        assertThat(client.step(run.id(), "shout")
                        .output()
                        .orElseThrow()
                        .get("text")
                        .asString())
                .isEqualTo("CLIENT");
        var artifact = client.artifacts(run.id()).artifacts().getFirst();
        client.downloadTo(artifact.id(), folder.resolve("here.txt"));
        assertThat(Files.readString(folder.resolve("here.txt"))).isEqualTo("CLIENT");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");

        assertThat(client.workflows().workflows()).hasSize(5);
        assertThat(client.workflow("greeting").steps()).hasSize(3);
        assertThat(client.plan(run.id(), UpdateBody.of("text.update", text("other")))
                        .stepsToExecute())
                .isEqualTo(2);
    }

    @Test
    void underTheSameKeyTheClientIsGivenTheSameRun() {
        var key = UUID.randomUUID() + "\"\\";
        var trigger = TriggerBody.of("greeting", text("keyed"));
        var run = client.trigger(trigger, key).runId();
        api.runWhen(run.toString(), "completed");
        assertThat(client.trigger(trigger, key).runId()).isEqualTo(run);
        assertThat(client.trigger(trigger).runId()).isNotEqualTo(run);

        var change = UpdateBody.of("text.update", text("keyed twice"));
        var update = client.update(run, change, key + 1).runId();
        assertThat(client.update(run, change, key + 1).runId()).isEqualTo(update);
        assertThatThrownBy(() -> client.update(run, change, key))
                .isInstanceOfSatisfying(
                        RunEngineException.class,
                        e -> assertThat(e.problem().error()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aRefusalCarriesItsProblem() {
        assertThatThrownBy(() -> client.run(new UUID(0, 0))).isInstanceOfSatisfying(RunEngineException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(404);
            assertThat(e.problem().error()).isEqualTo("RUN_NOT_FOUND");
            assertThat(e.problem().errors()).isEmpty();
        });
        assertThatThrownBy(() -> client.trigger(TriggerBody.of("greeting", text("x".repeat(101)))))
                .isInstanceOfSatisfying(
                        RunEngineException.class,
                        e -> assertThat(e.problem().errors().getFirst().pointer())
                                .isEqualTo("/triggerPayload/text"));
    }
}
