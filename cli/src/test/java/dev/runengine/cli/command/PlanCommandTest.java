package dev.runengine.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees of a plan, and what a script makes of it. */
class PlanCommandTest {
    private static final UUID RUN = UUID.fromString("01970000-0000-7000-8000-000000000001");
    private static final UUID PLAN = UUID.fromString("01970000-0000-7000-8000-000000000002");
    private static final String CHANGE = "{\"type\": \"audio.update\", \"payload\": {\"bpm\": 90}}";

    private final FakeServer server;
    private final Terminal terminal = new Terminal();

    PlanCommandTest() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyStepIsShownWithItsReasonTimeAndCost() {
        server.on("POST /runs/" + RUN + "/plan", 200, plan(2));

        assertThat(terminal.typing(CHANGE).runsAt(server, "plan", RUN.toString(), "-"))
                .isZero();
        assertThat(terminal.out()).isEqualToNormalizingNewlines("""
                STEP   EXPECTED  BECAUSE                                        TIME           COST  FROM
                music  RUN       its input has changed                          4.0 s - 9.0 s  0.40  20 runs
                mix    MAYBE     it reads music, whose result is not known yet  ?              ?
                plan   REUSE     the change does not touch it                   85 ms          -     1 run

                2 of 3 steps would be executed or may be; the work is 4.0 s and 0.40 to 9.0 s and 0.40. One step comes on top: what it takes is not known yet.
                To have exactly this: run-engine update %s --plan %s   (until 2026-01-01T10:15:00Z)
                """.formatted(RUN, PLAN));
    }

    @Test
    void aScriptSeesByTheExitCodeWhetherThereIsWork() {
        server.on("POST /runs/" + RUN + "/plan", 200, plan(2));
        assertThat(terminal.typing(CHANGE).runsAt(server, "plan", RUN.toString(), "-", "--detailed-exitcode"))
                .isEqualTo(10);
        server.on("POST /runs/" + RUN + "/plan", 200, plan(0));
        assertThat(terminal.typing(CHANGE).runsAt(server, "plan", RUN.toString(), "-", "--detailed-exitcode"))
                .isZero();
        assertThat(terminal.out()).contains("Nothing of 3 steps would be executed.");
    }

    @Test
    void pinsAreSent() {
        server.on("POST /runs/" + RUN + "/plan", 200, plan(2));
        terminal.typing(CHANGE).runsAt(server, "plan", RUN.toString(), "-", "--pin", "mix", "--pin", "plan");
        assertThat(server.bodies().getLast()).contains("\"pin\":[\"mix\",\"plan\"]");
    }

    @Test
    void aPlanIsExecutedByItsIdAlone() {
        server.on("POST /runs/" + RUN + "/update", 202, WireText.accepted(PLAN, "Update run queued"))
                .on("GET /runs/" + PLAN, 200, WireText.run(PLAN, "completed", 4, 9))
                .on("GET /runs/" + PLAN + "/steps", 200, WireText.steps(PLAN, 9));

        assertThat(terminal.runsAt(server, "update", RUN.toString(), "--plan", PLAN.toString()))
                .isZero();
        assertThat(server.bodies().getLast()).isEqualTo("{\"planId\":\"" + PLAN + "\"}");
        assertThat(terminal.runsAt(server, "update", RUN.toString(), "--plan", PLAN.toString(), "--force"))
                .isEqualTo(2);
        assertThat(terminal.runsAt(server, "update", RUN.toString())).isEqualTo(2);
    }

    @Test
    void ofAStalePlanItIsToldWhatChangedAndHowToGoOn() {
        var next = UUID.fromString("01970000-0000-7000-8000-000000000003");
        server.on(
                "POST /runs/" + RUN + "/update", 409, """
                {"type": "t", "title": "Plan stale", "status": 409, "detail": "what was planned does not hold any more",
                 "error": "PLAN_STALE", "plan": %s,
                 "brokenPromises": [{"stepId": "music", "planned": {"expectation": "REUSE", "reason": "r"},
                                     "now": {"expectation": "RUN", "reason": "s"}}]}""".formatted(plan(2).replace(PLAN.toString(), next.toString())));

        assertThat(terminal.runsAt(server, "update", RUN.toString(), "--plan", PLAN.toString()))
                .isEqualTo(6);
        assertThat(terminal.err())
                .contains("music: planned was REUSE (r), now it is RUN (s)")
                .contains("hint: run-engine update " + RUN + " --plan " + next);
    }

    private static String plan(int toExecute) {
        return """
                {"planId": "%s", "expiresAt": "2026-01-01T10:15:00Z", "baseRunId": "%s", "changeType": "audio.update",
                 "stepsToExecute": %d,
                 "steps": [{"stepId": "music", "expectation": "RUN", "verdict": "MISS", "missReason": "INPUT_CHANGED",
                            "origin": "EXECUTED", "reason": "its input has changed",
                            "estimate": {"samples": 20, "durationMs": {"p50": 4000, "p90": 9000},
                                         "costMicros": {"p50": 400000, "p90": 400000}}},
                           {"stepId": "mix", "expectation": "MAYBE",
                            "reason": "it reads music, whose result is not known yet"},
                           {"stepId": "plan", "expectation": "REUSE", "verdict": "BASE_RUN", "origin": "BASE_RUN",
                            "reason": "the change does not touch it",
                            "estimate": {"samples": 1, "durationMs": {"p50": 85, "p90": 85},
                                         "costMicros": {"p50": 0, "p90": 0}}}],
                 "totals": {"least": {"durationMs": 4000, "costMicros": 400000},
                            "most": {"durationMs": 9000, "costMicros": 400000}, "runUnknown": 0, "maybeUnknown": 1}}""".formatted(PLAN, RUN, toExecute);
    }
}
