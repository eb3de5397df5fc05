package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BadRequestTest {
    private final Browser api = DevServer.api();

    @Test
    void whatIsNoJsonIsRefusedWithLineAndColumn() {
        var answer = api.post("runs", "{\"workflowName\": \n  greeting}").isProblem(400, "REQUEST_INVALID");
        answer.pointingAt("/workflowName", "malformed");
        assertThat(answer.at("/details/line")).isEqualTo("2");
        api.send("POST", "runs", "", "Content-Type", "application/json").isProblem(400, "REQUEST_INVALID");
    }

    @Test
    void duplicateNamesAreRefused() {
        api.post("runs", "{\"workflowName\": \"a\", \"workflowName\": \"b\"}")
                .isProblem(400, "REQUEST_INVALID")
                .pointingAt("/workflowName", "malformed");
    }

    @Test
    void tooDeepJsonIsRefused() {
        var deep = "[".repeat(65) + "]".repeat(65);
        var answer = api.post("runs", "{\"workflowName\": \"greeting\", \"triggerPayload\": " + deep + "}");
        answer.isProblem(400, "REQUEST_INVALID");
        assertThat(answer.at("/detail")).contains("64");
    }

    @Test
    void tooLargeBodiesAreRefused() {
        var text = "x".repeat(1 << 20);
        api.post("runs", "{\"workflowName\": \"" + text + "\"}").isProblem(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void everythingWrongWithABodyIsToldAtOnce() {
        api.post("runs", """
                        {"workflowVersion": 1, "tags": ["a", 2], "priority": 1.5, "cache": {"reed": true},
                         "notBefore": "tomorrow", "surprise": null}""")
                .isProblem(400, "REQUEST_INVALID")
                .pointingAt("/workflowName", "missing")
                .pointingAt("/workflowVersion", "wrong_type")
                .pointingAt("/tags/1", "wrong_type")
                .pointingAt("/priority", "wrong_type")
                .pointingAt("/cache/reed", "unknown")
                .pointingAt("/notBefore", "invalid_value")
                .pointingAt("/surprise", "unknown");
        api.post("runs", "[]").isProblem(400, "REQUEST_INVALID").pointingAt("", "wrong_type");
    }

    @Test
    void aPayloadThatTheWorkflowDoesNotTakeIsRefusedWithItsPlace() {
        api.post("runs", "{\"workflowName\": \"greeting\", \"triggerPayload\": {\"text\": 1}}")
                .isProblem(400, "REQUEST_INVALID")
                .pointingAt("/triggerPayload/text", "invalid_value");
    }

    @Test
    void unknownWorkflowsAreRefusedNamingTheKnownOnes() {
        var answer = api.post("runs", "{\"workflowName\": \"nothing\"}").isProblem(404, "WORKFLOW_NOT_FOUND");
        assertThat(answer.at("/detail")).contains("greeting");
    }

    @Test
    void aChangeThatCannotBeMadeIsRefused() {
        var base = api.trigger("greeting", "refused changes");
        api.runWhen(base, "completed");
        api.post("runs/" + base + "/update", "{\"changeRequest\": {\"type\": \"nothing\"}}")
                .isProblem(400, "UNKNOWN_CHANGE_TYPE");
        api.post("runs/" + base + "/update", "{\"changeRequest\": {\"type\": \"text.update\", \"payload\": {}}}")
                .isProblem(400, "REQUEST_INVALID");
        api.post("runs/" + base + "/update", "{}")
                .isProblem(400, "REQUEST_INVALID")
                .pointingAt("/changeRequest", "missing");
        var stalled = api.trigger("stalling", "refused base");
        api.post("runs/" + stalled + "/update", "{\"changeRequest\": {\"type\": \"text.update\"}}")
                .isProblem(400, "BASE_RUN_NOT_COMPLETED");
        assertThat(api.send("POST", "runs/" + stalled + "/cancel", "").status()).isEqualTo(200);
    }

    @Test
    void idsThatAreNoUuidAreRefused() {
        api.get("runs/17").isProblem(400, "REQUEST_INVALID").pointingAt("/path/runId", "invalid_value");
        api.get("runs/1-1-1-1-1").isProblem(400, "REQUEST_INVALID");
        api.get("artifacts/x/content").isProblem(400, "REQUEST_INVALID");
        api.get("runs?baseRunId=x").isProblem(400, "REQUEST_INVALID").pointingAt("/query/baseRunId", "invalid_value");
    }

    @Test
    void queryParametersThatMeanNothingAreRefused() {
        api.get("runs?statsu=failed").isProblem(400, "REQUEST_INVALID").pointingAt("/query/statsu", "unknown");
        api.get("workflows?x=1").isProblem(400, "REQUEST_INVALID");
        var status = api.get("runs?status=done").isProblem(400, "REQUEST_INVALID");
        assertThat(status.at("/detail")).contains("queued, running, completed, failed, cancelled");
        api.get("runs?limit=201").isProblem(400, "REQUEST_INVALID").pointingAt("/query/limit", "invalid_value");
        api.get("runs?limit=many").isProblem(400, "REQUEST_INVALID");
        api.get("runs?cursor=abc").isProblem(400, "REQUEST_INVALID").pointingAt("/query/cursor", "invalid_value");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var unknown = UUID.randomUUID();
        for (var path : new String[] {"", "/steps", "/steps/shout", "/artifacts"}) {
            api.get("runs/" + unknown + path).isProblem(404, "RUN_NOT_FOUND");
        }
        for (var wish : new String[] {"/cancel", "/retry"}) {
            api.send("POST", "runs/" + unknown + wish, "").isProblem(404, "RUN_NOT_FOUND");
        }
        api.get("artifacts/" + unknown).isProblem(404, "ARTIFACT_NOT_FOUND");
        api.get("nothing").isProblem(404, "NOT_FOUND");
        api.get("/").isProblem(404, "NOT_FOUND");
    }

    @Test
    void wrongMethodsMediaTypesAndWishesForOtherFormatsAreProblemsToo() {
        var method = api.send("DELETE", "runs", "").isProblem(405, "METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        api.send("POST", "runs", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        api.send("POST", "runs", "{}").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        api.get("runs", "Accept", "text/html").isProblem(406, "REQUEST_INVALID");
        api.get("runs/x", "Accept", "image/png").isProblem(400, "REQUEST_INVALID");
    }

    @Test
    void pagesFromElsewhereCannotUseALocalServer() {
        api.get("runs", "Origin", "https://elsewhere.example").isProblem(403, "FORBIDDEN");
        assertThat(api.get("runs", "Origin", "http://localhost:5173").status()).isEqualTo(200);
    }
}
