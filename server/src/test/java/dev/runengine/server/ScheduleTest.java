package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Browser api = DevServer.api();

    private static String body(String name, String cron, String zone) {
        return """
                {"name": "%s", "workflowName": "greeting", "triggerPayload": {"text": "again"}, "cron": "%s",
                 "timeZone": "%s", "catchUp": "once", "overlap": "skip"}""".formatted(name, cron, zone);
    }

    @Test
    void aScheduleIsThereUntilItIsDeleted() {
        var created = api.post("schedules", body("nightly", "30 2 * * *", "Europe/Berlin"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/schedules/nightly");
        assertThat(created.at("/nextAt")).isNotEmpty();
        api.post("schedules", body("nightly", "0 3 * * *", "UTC")).isProblem(409, "SCHEDULE_EXISTS");
        assertThat(api.get("schedules").text()).contains("\"nightly\"");

        var paused = api.send("POST", "schedules/nightly/pause", "");
        assertThat(paused.at("/pausedAt")).isNotEmpty();
        assertThat(paused.json().has("nextAt")).isFalse();
        assertThat(api.send("POST", "schedules/nightly/resume", "").json().has("pausedAt"))
                .isFalse();

        assertThat(api.send("DELETE", "schedules/nightly", "").at("/name")).isEqualTo("nightly");
        api.get("schedules/nightly").isProblem(404, "SCHEDULE_NOT_FOUND");
    }

    @Test
    void aBadCronOrZoneIsRefusedAtItsPlace() {
        var cron = api.post("schedules", body("bad", "61 2 * * *", "UTC"));
        cron.isProblem(400, "REQUEST_INVALID");
        assertThat(cron.at("/errors/0/pointer")).isEqualTo("/cron");
        var never = api.post("schedules", body("bad", "0 0 31 2 *", "UTC"));
        assertThat(never.at("/errors/0/pointer")).isEqualTo("/cron");
        var zone = api.post("schedules", body("bad", "0 0 * * *", "Middle/Earth"));
        zone.isProblem(400, "REQUEST_INVALID");
        assertThat(zone.at("/errors/0/pointer")).isEqualTo("/timeZone");
        api.get("schedules/bad").isProblem(404, "SCHEDULE_NOT_FOUND");
    }
}
