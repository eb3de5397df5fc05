package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Why steps ran, what differs between runs, and what they cost, as the API tells it. */
class WhyTest {
    private final Browser api = DevServer.api();

    @Test
    void anUpdatedStepIsExplainedByTheChangeThatStartedIt() {
        var base = api.trigger("greeting", "why one");
        api.runWhen(base, "completed");
        var head = updated(base, "why two");

        var pass = api.get("runs/" + head + "/steps/pass");
        assertThat(pass.at("/decision/verdict")).isEqualTo("MISS");
        assertThat(pass.at("/decision/reason")).isEqualTo("INPUT_CHANGED");
        assertThat(pass.at("/decision/message")).isEqualTo("its input has changed");
        assertThat(pass.at("/decision/comparedWith")).isEqualTo(base);
        assertThat(pass.at("/decision/inputChanges/0/pointer")).isEqualTo("/text");
        assertThat(pass.at("/decision/inputChanges/0/before")).isEqualTo("WHY ONE");
        assertThat(pass.at("/decision/inputChanges/0/after")).isEqualTo("WHY TWO");
        assertThat(pass.at("/decision/causes/0/kind")).isEqualTo("TRIGGER_CHANGED");
        assertThat(pass.at("/decision/causes/0/path/0")).isEqualTo("shout");
        assertThat(pass.at("/decision/causes/0/path/1")).isEqualTo("pass");
        assertThat(pass.at("/decision/causes/0/differences/0/pointer")).isEqualTo("/changes/text/text");
        assertThat(pass.at("/decision/madeBy/runId")).isEqualTo(head);

        var other = api.get("runs/" + head + "/steps/other");
        assertThat(other.at("/decision/verdict")).isEqualTo("BASE_RUN");
        assertThat(other.at("/decision/madeBy/runId")).isNotEqualTo(head);
        assertThat(other.at("/step/saved/durationMs")).isEqualTo(other.at("/decision/madeBy/durationMs"));
        assertThat(other.at("/step/saved/costMicros")).isEqualTo("0");
        assertThat(other.at("/step/durationMs"))
                .as("of a step that did not run")
                .isEmpty();
        assertThat(pass.at("/step/saved")).as("of a step that ran").isEmpty();
    }

    @Test
    void twoRunsAreComparedStepByStepAndFileByFile() {
        var base = api.trigger("greeting", "compare one");
        api.runWhen(base, "completed");
        var head = updated(base, "compare two");

        var compared = api.get("compare?base=" + base + "&head=" + head);
        assertThat(compared.status()).isEqualTo(200);
        assertThat(compared.at("/steps/0/stepId")).isEqualTo("shout");
        assertThat(compared.at("/steps/0/change")).isEqualTo("changed");
        assertThat(compared.at("/steps/0/inputChanges/0/pointer")).isEqualTo("/text");
        assertThat(compared.at("/steps/1/change")).isEqualTo("same");
        assertThat(compared.at("/artifacts/0/change")).isEqualTo("changed");
        assertThat(compared.at("/base/costs/spent/steps")).isIn("2", "3");
        assertThat(compared.at("/head/costs/spent/steps")).isEqualTo("2");
        assertThat(compared.at("/head/costs/saved/steps")).isEqualTo("1");
        assertThat(api.get("runs/" + head).at("/costs/saved/steps")).isEqualTo("1");
    }

    @Test
    void onlyRunsOfOneWorkflowAreCompared() {
        var one = api.trigger("greeting", "mismatch");
        var other = api.trigger("stumbling", "mismatch");

        var refused = api.get("compare?base=" + one + "&head=" + other);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error")).isEqualTo("BASE_RUN_MISMATCH");
        var missing = api.get("compare?base=" + one + "&head=01970000-0000-7000-8000-00000000dead");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.at("/error")).isEqualTo("RUN_NOT_FOUND");
    }

    @Test
    void whatIsNamedLikeASecretIsShownToNobody() {
        var base = api.post("runs", """
                {"workflowName": "keeping", "triggerPayload": {"text": "t", "password": "old"}}""").at("/runId");
        api.runWhen(base, "completed");
        var head = api.post("runs", """
                {"workflowName": "keeping", "triggerPayload": {"text": "t", "password": "new"}}""").at("/runId");
        api.runWhen(head, "completed");

        var step = api.get("runs/" + head + "/steps/pass");
        assertThat(step.at("/decision/inputChanges/0/pointer")).isEqualTo("/password");
        assertThat(step.at("/decision/inputChanges/0/after")).isEqualTo("***");
        assertThat(step.at("/decision/causes/0/differences/0/after")).isEqualTo("***");
        assertThat(step.at("/input/password")).isEqualTo("***");
        assertThat(api.get("compare?base=" + base + "&head=" + head).text()).doesNotContain("\"new\"");
    }

    private String updated(String base, String text) {
        var update = api.post("runs/" + base + "/update", """
                {"changeRequest": {"type": "text.update", "payload": {"text": "%s"}}}""".formatted(text));
        var head = update.at("/runId");
        api.runWhen(head, "completed");
        return head;
    }
}
