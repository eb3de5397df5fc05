package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Planning an update and having exactly that executed, over HTTP. */
class PlanTest {
    private final Browser api = DevServer.api();

    @Test
    void whatWasPlannedIsExecuted() {
        var base = api.trigger("greeting", "plan one");
        api.runWhen(base, "completed");

        var plan = api.post("runs/" + base + "/plan", change("plan two"));
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.at("/steps/0/stepId")).isEqualTo("shout");
        assertThat(plan.at("/steps/0/expectation")).isEqualTo("RUN");
        assertThat(plan.at("/steps/0/verdict")).isEqualTo("MISS");
        assertThat(plan.at("/steps/0/missReason")).isEqualTo("INPUT_CHANGED");
        assertThat(plan.at("/steps/0/origin")).isEqualTo("EXECUTED");
        assertThat(plan.at("/steps/0/reason")).isEqualTo("its input has changed");
        assertThat(Integer.parseInt(plan.at("/steps/0/estimate/samples"))).isPositive();
        assertThat(plan.at("/steps/1/expectation")).isEqualTo("REUSE");
        assertThat(plan.at("/steps/2/expectation")).isEqualTo("MAYBE");
        assertThat(plan.at("/stepsToExecute")).isEqualTo("2");
        assertThat(plan.at("/totals/runUnknown")).isEqualTo("0");

        var body = "{\"planId\": \"" + plan.at("/planId") + "\"}";
        var update = api.post("runs/" + base + "/update", body);
        assertThat(update.status()).isEqualTo(202);
        assertThat(update.at("/message")).isEqualTo("Update run queued - 2 steps will be re-executed");
        api.runWhen(update.at("/runId"), "completed");
        assertThat(api.post("runs/" + base + "/update", body).at("/runId")).isEqualTo(update.at("/runId"));
    }

    @Test
    void aPlanThatDoesNotHoldAnyMoreIsAConflictThatBringsTheNextOne() {
        var base = api.trigger("greeting", "stale one");
        api.runWhen(base, "completed");
        var plan = api.post("runs/" + base + "/plan", change("stale two"));
        var meanwhile =
                api.post("runs/" + base + "/update", change("stale two")).at("/runId");
        api.runWhen(meanwhile, "completed");

        var stale = api.post("runs/" + base + "/update", "{\"planId\": \"" + plan.at("/planId") + "\"}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/error")).isEqualTo("PLAN_STALE");
        assertThat(stale.at("/brokenPromises/0/stepId")).isEqualTo("shout");
        assertThat(stale.at("/brokenPromises/0/planned/expectation")).isEqualTo("RUN");
        assertThat(stale.at("/brokenPromises/0/now/expectation")).isEqualTo("REUSE");
        var next = api.post("runs/" + base + "/update", "{\"planId\": \"" + stale.at("/plan/planId") + "\"}");
        assertThat(next.status()).isEqualTo(202);
        assertThat(next.at("/message")).isEqualTo("Update run queued - 0 steps will be re-executed");
    }

    @Test
    void whatMakesNoSenseIsRefusedByPlace() {
        var base = api.trigger("greeting", "pinned");
        api.runWhen(base, "completed");

        var seed = api.post("runs/" + base + "/plan", """
                {"changeRequest": {"type": "text.update", "payload": {"text": "x"}}, "pin": ["shout"]}""");
        assertThat(seed.status()).isEqualTo(400);
        assertThat(seed.at("/errors/0/pointer")).isEqualTo("/pin/0");
        var both = api.post("runs/" + base + "/update", """
                {"planId": "%s", "force": true}""".formatted(UUID.randomUUID()));
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.at("/errors/0/pointer")).isEqualTo("/force");
        var none = api.post("runs/" + base + "/update", """
                {"planId": "%s"}""".formatted(UUID.randomUUID()));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.at("/error")).isEqualTo("PLAN_NOT_FOUND");
        assertThat(api.post("runs/" + base + "/update", "{\"planId\": \"soon\"}")
                        .status())
                .isEqualTo(400);
    }

    private static String change(String text) {
        return """
                {"changeRequest": {"type": "text.update", "payload": {"text": "%s"}}}""".formatted(text);
    }
}
