package dev.runengine.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Commands that hold runs and the queue, and repeat runs. */
class ControlTest {
    private static final UUID RUN = UUID.fromString("01970000-0000-7000-8000-000000000001");
    private static final String QUEUE = """
            {"name": "RUN_ORCHESTRATION", "waiting": 3, "active": 1, "delayed": 2, "paused": 4, "completed": 5, "failed": 6,
             "cancelled": 7, "workers": 8%s}""";
    private static final String SCHEDULE = """
            {"id": "01970000-0000-7000-8000-000000000002", "name": "nightly", "workflowName": "song", "triggerPayload": {},
             "cron": "30 2 * * *", "timeZone": "Europe/Berlin", "catchUp": "once", "overlap": "skip",
             "createdAt": "2026-01-01T00:00:00Z", "nextAt": "2026-01-02T01:30:00Z"}""";

    private final FakeServer server;
    private final Terminal terminal = new Terminal();

    ControlTest() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunIsPausedAndResumed() {
        server.on("POST /runs/" + RUN + "/pause", 200, WireText.run(RUN, "running", 1, 0))
                .on("POST /runs/" + RUN + "/resume", 200, WireText.run(RUN, "running", 1, 0));

        assertThat(terminal.runsAt(server, "pause", RUN.toString())).isZero();
        assertThat(terminal.err()).contains("run-engine resume " + RUN);
        assertThat(terminal.runsAt(server, "resume", RUN.toString())).isZero();
    }

    @Test
    void theQueueIsShownAndPaused() {
        server.on("GET /queues", 200, "{\"queues\": [" + QUEUE.formatted("") + "]}")
                .on(
                        "POST /queues/RUN_ORCHESTRATION/pause",
                        200,
                        QUEUE.formatted(", \"pausedAt\": \"2026-01-01T00:00:00Z\""));

        assertThat(terminal.runsAt(server, "queue")).isZero();
        assertThat(terminal.out()).contains("RUN_ORCHESTRATION").contains("open");
        assertThat(terminal.runsAt(server, "queue", "pause")).isZero();
        assertThat(terminal.out()).contains("paused since 2026-01-01T00:00:00Z");
    }

    @Test
    void aScheduleIsCreatedListedAndDeleted() {
        server.on("POST /schedules", 201, SCHEDULE)
                .on("GET /schedules", 200, "{\"schedules\": [" + SCHEDULE + "]}")
                .on("DELETE /schedules/nightly", 200, SCHEDULE);

        var create = new String[] {
            "schedules",
            "create",
            "nightly",
            "song",
            "-i",
            "brief=rain",
            "--cron",
            "30 2 * * *",
            "--zone",
            "Europe/Berlin"
        };
        assertThat(terminal.runsAt(server, create)).isZero();
        assertThat(JsonMapper.builder().build().readTree(server.bodies().getFirst()))
                .isEqualTo(JsonMapper.builder().build().readTree("""
                        {"name": "nightly", "workflowName": "song", "triggerPayload": {"brief": "rain"},
                         "cron": "30 2 * * *", "timeZone": "Europe/Berlin"}"""));
        assertThat(terminal.runsAt(server, "schedules", "ls")).isZero();
        assertThat(terminal.out()).contains("nightly").contains("2026-01-02T01:30:00Z");
        assertThat(terminal.runsAt(server, "schedules", "delete", "nightly")).isZero();
    }

    @Test
    void schedulesWithoutACommandSaysWhichThereAre() {
        assertThat(terminal.runs("schedules")).isEqualTo(2);
        assertThat(terminal.err()).contains("ls, create or delete");
    }
}
