package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.RunEngineClient;
import dev.runengine.client.wire.ScheduleBody;
import dev.runengine.client.wire.ScheduleView;
import dev.runengine.client.wire.TriggerBody;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holding and repeating runs by the Java client. */
class ControlClientTest {
    private final Browser api = DevServer.api();
    private final RunEngineClient client = RunEngineClient.of(URI.create("http://127.0.0.1:" + api.port()));

    @Test
    void aDelayedRunIsPausedResumedAndCancelled() {
        var text = JsonNodeFactory.instance.objectNode().put("text", "held");
        var body = new TriggerBody(
                "greeting",
                Optional.empty(),
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2999-01-01T00:00:00Z")),
                List.of());
        var run = client.trigger(body).runId();

        assertThat(client.jobs(RunEngineClient.RUNS, Optional.of("delayed")).jobs())
                .anyMatch(job -> job.runId().equals(run));
        assertThat(client.pause(run).pausedAt()).isPresent();
        assertThat(client.jobs(RunEngineClient.RUNS, Optional.of("paused")).jobs())
                .anyMatch(job -> job.runId().equals(run));
        assertThat(client.resume(run).pausedAt()).isEmpty();
        assertThat(client.cancel(run).status()).isEqualTo("cancelled");
    }

    @Test
    void theQueueIsPausedAndResumed() {
        assertThat(client.pauseQueue(RunEngineClient.RUNS).pausedAt()).isPresent();
        assertThat(client.queues().queues().getFirst().pausedAt()).isPresent();
        assertThat(client.resumeQueue(RunEngineClient.RUNS).pausedAt()).isEmpty();
    }

    @Test
    void aScheduleIsCreatedPausedAndDeleted() {
        var text = JsonNodeFactory.instance.objectNode().put("text", "again");
        var body = new ScheduleBody(
                "by-client", "greeting", text, "0 0 * * *", Optional.empty(), Optional.of("all"), Optional.empty());

        assertThat(client.createSchedule(body).nextAt()).isPresent();
        assertThat(client.schedules().schedules())
                .extracting(ScheduleView::name)
                .contains("by-client");
        assertThat(client.pauseSchedule("by-client").pausedAt()).isPresent();
        assertThat(client.resumeSchedule("by-client").pausedAt()).isEmpty();
        assertThat(client.deleteSchedule("by-client").timeZone()).isEqualTo("UTC");
    }
}
