package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueTest {
    private static final String QUEUE = "queues/RUN_ORCHESTRATION";
    private static final String LATER = """
            {"workflowName": "greeting", "triggerPayload": {"text": "later"}, "notBefore": "2999-01-01T00:00:00Z"}""";

    private final Browser api = DevServer.api();

    @Test
    void aDelayedRunIsListedAsSuchAndStartsWhenItIsPromoted() {
        var run = api.post("runs", LATER).at("/runId");
        var delayed = api.get(QUEUE + "/jobs?state=delayed&limit=1");
        assertThat(delayed.at("/jobs/0/runId")).isEqualTo(run);
        assertThat(delayed.at("/jobs/0/availableAt")).isEqualTo("2999-01-01T00:00:00Z");

        assertThat(api.send("POST", QUEUE + "/promote?runId=" + run, "").at("/promoted"))
                .isEqualTo("1");
        api.runWhen(run, "completed");
    }

    @Test
    void aPausedQueueSaysSoUntilItIsResumed() {
        assertThat(api.send("POST", QUEUE + "/pause", "").at("/pausedAt")).isNotEmpty();
        var run = api.trigger("greeting", "queue");
        assertThat(api.get("queues").at("/queues/0/pausedAt")).isNotEmpty();
        assertThat(api.get("runs/" + run).at("/status")).isEqualTo("queued");

        assertThat(api.send("POST", QUEUE + "/resume", "").json().has("pausedAt"))
                .isFalse();
        api.runWhen(run, "completed");
    }

    @Test
    void whatIsNoQueueOrNoStateIsRefused() {
        api.get("queues/nothing/jobs").isProblem(404, "NOT_FOUND");
        api.get(QUEUE + "/jobs?state=lost").isProblem(400, "REQUEST_INVALID");
    }
}
