package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuickstartTest {
    private final Browser api = DevServer.api();

    @Test
    void aTriggeredRunIsQueuedAndCompletes() {
        var queued = api.post("runs", """
                {"workflowName": "greeting", "triggerPayload": {"text": "quick"}, "tags": ["a"]}""");
        assertThat(queued.status()).isEqualTo(202);
        assertThat(queued.at("/status")).isEqualTo("queued");
        assertThat(queued.at("/message")).isEqualTo("Run queued for execution");
        var runId = queued.at("/runId");
        assertThat(queued.header("Location")).isEqualTo("/api/v1/runs/" + runId);

        var run = api.runWhen(runId, "completed");
        assertThat(run.header("Content-Type")).isEqualTo("application/json");
        assertThat(run.at("/id")).isEqualTo(runId);
        assertThat(run.at("/workflowName")).isEqualTo("greeting");
        assertThat(run.at("/workflowVersion")).isEqualTo("1.0.0");
        assertThat(run.at("/triggerType")).isEqualTo("initial");
        assertThat(run.at("/triggerPayload/text")).isEqualTo("quick");
        assertThat(run.at("/tags/0")).isEqualTo("a");
        assertThat(run.json().at("/stepsSummary/total").asInt()).isEqualTo(3);
        assertThat(run.at("/createdAt")).endsWith("Z");
        assertThat(run.json().has("error")).as("absent is left out").isFalse();
        assertThat(run.json().has("baseRunId")).isFalse();
    }

    @Test
    void stepsTellWhatRanAndWhatWasReused() {
        var first = api.trigger("greeting", "steps");
        api.runWhen(first, "completed");
        var again = api.trigger("greeting", "steps");
        api.runWhen(again, "completed");

        var ran = api.get("runs/" + first + "/steps");
        assertThat(ran.at("/runId")).isEqualTo(first);
        assertThat(ran.at("/steps/0/stepId")).isEqualTo("shout");
        assertThat(ran.at("/steps/0/status")).isEqualTo("completed");
        assertThat(ran.at("/steps/0/origin")).isEqualTo("EXECUTED");
        assertThat(ran.at("/steps/0/inputHash")).hasSize(64);
        assertThat(ran.json().at("/steps/0/attempt").asInt()).isEqualTo(1);

        var reused = api.get("runs/" + again + "/steps?status=skipped");
        assertThat(reused.json().get("steps")).hasSize(3);
        assertThat(reused.json().at("/steps/0/cacheHit").asBoolean()).isTrue();
        assertThat(api.get("runs/" + again + "/steps?status=failed").json().get("steps"))
                .isEmpty();
    }

    @Test
    void oneStepShowsItsInputItsOutputAndWhyItRan() {
        var runId = api.trigger("greeting", "detail");
        api.runWhen(runId, "completed");
        var step = api.get("runs/" + runId + "/steps/shout");
        assertThat(step.at("/step/stepId")).isEqualTo("shout");
        assertThat(step.at("/step/decision/verdict")).isEqualTo("MISS");
        assertThat(step.at("/output/text")).isEqualTo("DETAIL");
        api.get("runs/" + runId + "/steps/nothing").isProblem(404, "STEP_NOT_FOUND");
    }

    @Test
    void anUpdateRunsWhatTheChangeTouchesAndReusesTheRest() {
        var base = api.trigger("greeting", "before");
        api.runWhen(base, "completed");
        var change = """
                {"changeRequest": {"type": "text.update", "payload": {"text": "after"}}}""";

        var plan = api.post("runs/" + base + "/plan", change);
        assertThat(plan.status()).as(plan.text()).isEqualTo(200);
        assertThat(plan.at("/steps/0/expectation")).isEqualTo("RUN");
        assertThat(plan.at("/steps/1/expectation")).isEqualTo("REUSE");

        var queued = api.post("runs/" + base + "/update", change);
        assertThat(queued.status()).isEqualTo(202);
        assertThat(queued.at("/message")).isEqualTo("Update run queued - 2 steps will be re-executed");
        var update = api.runWhen(queued.at("/runId"), "completed");
        assertThat(update.at("/triggerType")).isEqualTo("update");
        assertThat(update.at("/baseRunId")).isEqualTo(base);
        assertThat(api.get("runs/" + queued.at("/runId") + "/steps/pass").at("/output/text"))
                .isEqualTo("AFTER");
    }

    @Test
    void aCancelledRunIsOverWhenTheAnswerComes() {
        var runId = api.trigger("stalling", "cancel");
        api.when("runs/" + runId + "/steps/stall", "/step/status", "running");
        var cancelled = api.send("POST", "runs/" + runId + "/cancel", "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.at("/status")).isEqualTo("cancelled");
        assertThat(api.send("POST", "runs/" + runId + "/cancel", "").status())
                .as("cancelling twice")
                .isEqualTo(200);
        api.send("POST", "runs/" + runId + "/retry", "").isProblem(409, "RUN_NOT_FAILED");
    }

    @Test
    void aHeldStepWaitsForAPersonAndGoesOnWithWhatTheySay() {
        var runId = api.trigger("sending", "held");
        var step = "runs/" + runId + "/steps/send";
        api.when(step, "/step/waitingFor", "reconciliation");
        assertThat(api.get(step).at("/step/status")).isEqualTo("running");
        assertThat(api.get(step).at("/step/error/code")).isEqualTo("SUBMIT_OUTCOME_UNKNOWN");

        api.post(step + "/settle", "{}").isProblem(400, "REQUEST_INVALID");
        api.post(step + "/settle", "{\"jobId\": \"j1\", \"neverSubmitted\": true}")
                .isProblem(400, "REQUEST_INVALID");
        api.post("runs/" + runId + "/steps/nothing/settle", "{\"jobId\": \"j1\"}")
                .isProblem(404, "STEP_NOT_FOUND");
        assertThat(api.post(step + "/settle", "{\"jobId\": \"j1\"}").status()).isEqualTo(200);

        api.runWhen(runId, "completed");
        assertThat(api.get(step).at("/output/text")).isEqualTo("held by j1");
        assertThat(api.get(step).at("/step/providerJobId")).isEqualTo("j1");
        api.post(step + "/settle", "{\"jobId\": \"j2\"}").isProblem(409, "STEP_NOT_HELD");
    }

    @Test
    void aFailedRunSaysWhyAndCanBeRetried() {
        var runId = api.trigger("stumbling", "retry");
        var failed = api.runWhen(runId, "failed");
        assertThat(failed.at("/error/code")).isEqualTo("POLICY_VIOLATION");
        assertThat(failed.at("/error/failedStepId")).isEqualTo("stumble");
        assertThat(api.get("runs/" + runId + "/steps").at("/steps/0/error/message"))
                .contains("not the first time");
        api.send("POST", "runs/" + runId + "/cancel", "").isProblem(409, "RUN_ALREADY_OVER");

        assertThat(api.send("POST", "runs/" + runId + "/retry", "").status()).isEqualTo(202);
        var completed = api.runWhen(runId, "completed");
        assertThat(completed.json().has("error")).isFalse();
    }

    @Test
    void listsArePagedNewestFirstWithoutPayloads() {
        var older = api.trigger("stumbling", "list one");
        api.runWhen(older, "failed");
        var newer = api.trigger("stumbling", "list two");
        api.runWhen(newer, "failed");

        var query = "runs?workflowName=stumbling&triggerType=initial&limit=1";
        var page = api.get(query);
        assertThat(page.at("/runs/0/id")).isEqualTo(newer);
        assertThat(page.json().at("/runs/0").has("triggerPayload")).isFalse();
        var next = api.get(query + "&cursor=" + page.at("/nextCursor"));
        assertThat(next.at("/runs/0/id")).isEqualTo(older);
        assertThat(api.get("runs?status=queued&workflowName=stumbling").json().get("runs"))
                .isEmpty();
        assertThat(api.get("runs?createdFrom=2999-01-01T00:00:00Z").json().get("runs"))
                .isEmpty();
    }

    @Test
    void withoutAnIssuerAnyAuthorizationHeaderIsIgnored() {
        for (var header : new String[] {"Bearer ", "Bearer garbage", "Basic x:y", "~"}) {
            assertThat(api.get("runs", "Authorization", header).status())
                    .as(header)
                    .isEqualTo(200);
        }
    }

    @Test
    void workflowsShowTheirStepsAndWhatCanBeChanged() {
        assertThat(api.get("workflows").at("/workflows/0/name")).isEqualTo("greeting");
        var workflow = api.get("workflows/greeting?version=1.0.0");
        assertThat(workflow.at("/description")).isEqualTo("Shouts a text");
        assertThat(workflow.at("/steps/2/stepId")).isEqualTo("pass");
        assertThat(workflow.at("/steps/2/dependsOn/0")).isEqualTo("shout");
        assertThat(workflow.at("/steps/2/inputs/inputSelector/text/fromStep")).isEqualTo("shout");
        assertThat(workflow.at("/steps/0/cachePolicy/scope")).isEqualTo("global");
        assertThat(workflow.json().at("/steps/0/retryPolicy/backoffMs").isNumber())
                .isTrue();
        assertThat(workflow.at("/changeRequestMappings/0/type")).isEqualTo("text.update");
        assertThat(workflow.at("/changeRequestMappings/0/steps/0")).isEqualTo("shout");
        api.get("workflows/greeting?version=9.9.9").isProblem(404, "WORKFLOW_NOT_FOUND");
        api.get("workflows/greetings").isProblem(404, "WORKFLOW_NOT_FOUND");
    }
}
