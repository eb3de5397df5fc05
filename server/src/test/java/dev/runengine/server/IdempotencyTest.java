package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with an Idempotency-Key. */
class IdempotencyTest {
    private static final String TRIGGER = """
            {"workflowName": "greeting", "triggerPayload": {"text": "once"}}""";
    private static final String CHANGE = """
            {"changeRequest": {"type": "text.update", "payload": {"text": "once more"}}}""";

    private final Browser api = DevServer.api();
    private final String key = UUID.randomUUID().toString();

    private Answer post(String path, String body, String... key) {
        var headers = new ArrayList<String>();
        headers.add("Content-Type");
        headers.add("application/json");
        for (var value : key) {
            headers.add("Idempotency-Key");
            headers.add(value);
        }
        return api.send("POST", path, body, headers.toArray(String[]::new));
    }

    @Test
    void theSameTriggerAgainIsGivenTheFirstAnswer() {
        var first = post("runs", TRIGGER, key);
        var again = post("runs", TRIGGER, key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).endsWith(first.at("/runId"));
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(post("runs", TRIGGER).at("/runId")).isNotEqualTo(first.at("/runId"));
    }

    @Test
    void theOrderOfMembersAndQuotationMarksAroundTheKeyMakeNoDifference() {
        var first = post("runs", TRIGGER, key);
        var again = post("runs", """
                {"triggerPayload":{"text":"once"},"workflowName":"greeting"}""", '"' + key + '"');

        assertThat(again.at("/runId")).isEqualTo(first.at("/runId"));
    }

    @Test
    void whatIsEscapedBetweenQuotationMarksIsNotPartOfTheKey() {
        var first = post("runs", TRIGGER, "\"a\\\"" + key + "\\\\\"");
        var again = post("runs", TRIGGER, "a\"" + key + "\\");

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(again.at("/runId")).isEqualTo(first.at("/runId"));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsUnprocessable() {
        var run = post("runs", TRIGGER, key).at("/runId");
        api.runWhen(run, "completed");

        post("runs", TRIGGER.replace("once", "twice"), key)
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED")
                .pointingAt("/header/Idempotency-Key", "invalid_value");
        post("runs/" + run + "/update", CHANGE, key).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void theSameUpdateAgainIsGivenTheFirstAnswer() {
        var base = api.trigger("greeting", "updated once");
        var other = api.trigger("greeting", "updated too");
        api.runWhen(base, "completed");
        api.runWhen(other, "completed");

        var first = post("runs/" + base + "/update", CHANGE, key);
        api.runWhen(first.at("/runId"), "completed");
        assertThat(post("runs/" + base + "/update", CHANGE, key).text()).isEqualTo(first.text());
        post("runs/" + other + "/update", CHANGE, key).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aPlanExecutedAgainIsGivenTheFirstAnswer() {
        var base = api.trigger("greeting", "planned once");
        api.runWhen(base, "completed");
        var plan = api.post("runs/" + base + "/plan", CHANGE).at("/planId");
        var body = "{\"planId\": \"" + plan + "\"}";

        var first = post("runs/" + base + "/update", body, key);
        assertThat(first.at("/message")).startsWith("Update run queued");
        assertThat(post("runs/" + base + "/update", body, key).text()).isEqualTo(first.text());
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        post("runs", "{\"workflowName\": \"nothing\"}", key).isProblem(404, "WORKFLOW_NOT_FOUND");
        post("runs", "{}", key).isProblem(400, "REQUEST_INVALID");

        var accepted = post("runs", TRIGGER, key);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void ofManyAtOnceOneIsCarriedOutAndAllAreGivenItsAnswer() throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(clients.submit(() -> post("runs", TRIGGER, key)));
            }
        }

        var runs =
                answers.stream().map(answer -> answer.resultNow().at("/runId")).distinct();
        assertThat(runs).hasSize(1);
        assertThat(answers).extracting(answer -> answer.resultNow().status()).containsOnly(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "\"two words\"", "\"", "\"open", "\"x\";y=1", "\"a\\b\""})
    void whatIsNoKeyIsRefused(String value) {
        post("runs", TRIGGER, value)
                .isProblem(400, "REQUEST_INVALID")
                .pointingAt("/header/Idempotency-Key", "invalid_value");
    }

    @Test
    void tooLongAKeyAndSeveralKeysAreRefused() {
        post("runs", TRIGGER, "x".repeat(256)).isProblem(400, "REQUEST_INVALID");
        post("runs", TRIGGER, '"' + "x".repeat(7_000) + '"').isProblem(400, "REQUEST_INVALID");
        assertThat(post("runs", TRIGGER, '"' + "x".repeat(255) + '"').status()).isEqualTo(202);
        post("runs", TRIGGER, key, key).isProblem(400, "REQUEST_INVALID");
    }
}
