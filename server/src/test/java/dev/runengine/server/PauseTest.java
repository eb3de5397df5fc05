package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PauseTest {
    private final Browser api = DevServer.api();

    @Test
    void aPausedRunSaysSoAndSoDoWhatWouldStart() {
        var run = api.trigger("stalling", "pause");
        api.when("runs/" + run + "/steps", "/steps/0/status", "running");

        assertThat(api.send("POST", "runs/" + run + "/pause", "").at("/pausedAt"))
                .isNotEmpty();
        var again = api.send("POST", "runs/" + run + "/pause", "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/status")).isEqualTo("running");

        var resumed = api.send("POST", "runs/" + run + "/resume", "");
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.json().has("pausedAt")).isFalse();
        api.send("POST", "runs/" + run + "/cancel", "");
    }

    @Test
    void aStepThatWouldStartWaitsForThePauseAndThoseBehindItForTheirDependencies() {
        var body = """
                {"workflowName": "greeting", "triggerPayload": {"text": "later"}, "notBefore": "2999-01-01T00:00:00Z"}""";
        var run = api.post("runs", body).at("/runId");
        api.send("POST", "runs/" + run + "/pause", "");

        var steps = api.get("runs/" + run + "/steps");
        assertThat(steps.at("/steps/0/waitingFor")).isEqualTo("pause");
        assertThat(steps.at("/steps/2/waitingFor")).isEqualTo("dependencies");
        assertThat(api.get("runs/" + run + "/steps/shout").at("/step/waitingFor"))
                .isEqualTo("pause");
        assertThat(api.send("POST", "runs/" + run + "/cancel", "").at("/status"))
                .isEqualTo("cancelled");
    }

    @Test
    void aRunThatIsOverIsAConflictAndOneThatIsNotThereIsNotFound() {
        var run = api.trigger("greeting", "over");
        api.runWhen(run, "completed");

        api.send("POST", "runs/" + run + "/pause", "").isProblem(409, "RUN_ALREADY_OVER");
        api.send("POST", "runs/" + run + "/resume", "").isProblem(409, "RUN_ALREADY_OVER");
        api.send("POST", "runs/00000000-0000-0000-0000-000000000000/pause", "").isProblem(404, "RUN_NOT_FOUND");
    }
}
