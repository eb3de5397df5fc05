package dev.runengine.server.schedule;

import dev.runengine.client.wire.ScheduleList;
import dev.runengine.client.wire.ScheduleView;
import dev.runengine.core.json.Json;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.Schedule.CatchUp;
import dev.runengine.runtime.port.Schedule.Overlap;
import dev.runengine.runtime.schedule.ScheduleRequest;
import dev.runengine.runtime.schedule.Schedules;
import dev.runengine.server.body.Fields;
import dev.runengine.server.body.JsonBodies;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import dev.runengine.skills.json.JacksonJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A tenant's schedules, by name. */
@RestController
@RequestMapping(ScheduleController.PATH)
final class ScheduleController {
    static final String PATH = "/api/v1/schedules";

    private final Schedules schedules;
    private final JsonBodies bodies;

    ScheduleController(Schedules schedules, JsonBodies bodies) {
        this.schedules = schedules;
        this.bodies = bodies;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ScheduleView> create(Tenant tenant, HttpServletRequest request) throws IOException {
        var wish = bodies.read(request, body -> wish(tenant, body));
        var created = view(ApiProblem.accepted(schedules.create(wish)));
        return ResponseEntity.created(URI.create(PATH + "/" + created.name())).body(created);
    }

    @GetMapping
    ScheduleList schedules(Tenant tenant) {
        return new ScheduleList(
                schedules.list(tenant.id()).stream().map(this::view).toList());
    }

    @GetMapping("/{name}")
    ScheduleView schedule(Tenant tenant, @PathVariable String name) {
        return view(ApiProblem.accepted(schedules.find(tenant.id(), name)));
    }

    /** The schedule as it was. */
    @DeleteMapping("/{name}")
    ScheduleView delete(Tenant tenant, @PathVariable String name) {
        return view(ApiProblem.accepted(schedules.delete(tenant.id(), name)));
    }

    @PostMapping("/{name}/pause")
    ScheduleView pause(Tenant tenant, @PathVariable String name) {
        return view(ApiProblem.accepted(schedules.pause(tenant.id(), name)));
    }

    @PostMapping("/{name}/resume")
    ScheduleView resume(Tenant tenant, @PathVariable String name) {
        return view(ApiProblem.accepted(schedules.resume(tenant.id(), name)));
    }

    private static ScheduleRequest wish(Tenant tenant, Fields body) {
        var catchUps = Arrays.stream(CatchUp.values()).map(CatchUp::word).toList();
        var overlaps = Arrays.stream(Overlap.values()).map(Overlap::word).toList();
        return new ScheduleRequest(
                tenant.id(),
                body.requiredText("name"),
                body.requiredText("workflowName"),
                body.value("triggerPayload").orElse(Json.object()),
                body.requiredText("cron"),
                body.text("timeZone").orElse("UTC"),
                body.word("catchUp", catchUps).map(CatchUp::ofWord).orElse(CatchUp.SKIP),
                body.word("overlap", overlaps).map(Overlap::ofWord).orElse(Overlap.ALLOW));
    }

    private ScheduleView view(Schedule schedule) {
        return new ScheduleView(
                schedule.id(),
                schedule.name(),
                schedule.workflowName(),
                JacksonJson.toNode(schedule.payload()),
                schedule.cron(),
                schedule.zone().getId(),
                schedule.catchUp().word(),
                schedule.overlap().word(),
                schedule.createdAt(),
                schedule.pausedAt(),
                schedules.next(schedule),
                schedule.lastRunId(),
                schedule.lastError());
    }
}
