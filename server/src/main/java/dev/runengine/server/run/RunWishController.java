package dev.runengine.server.run;

import dev.runengine.client.wire.PlanView;
import dev.runengine.client.wire.RunAccepted;
import dev.runengine.client.wire.RunView;
import dev.runengine.core.json.Json;
import dev.runengine.runtime.engine.PlanOutcome;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.server.body.JsonBodies;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked of a run that is there. */
@RestController
@RequestMapping(RunController.PATH + "/{runId}")
final class RunWishController {
    private final RunEngine engine;
    private final Cancelling cancelling;
    private final JsonBodies bodies;

    RunWishController(RunEngine engine, Cancelling cancelling, JsonBodies bodies) {
        this.engine = engine;
        this.cancelling = cancelling;
        this.bodies = bodies;
    }

    @PostMapping(path = "/update", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunAccepted> update(Tenant tenant, @PathVariable UUID runId, HttpServletRequest request)
            throws IOException {
        var asked = bodies.read(
                request,
                body -> new Keyed<>(
                        RunBodies.updateOrPlan(tenant, runId, body),
                        IdempotencyKey.of(
                                request, Json.object("update", Json.of(runId.toString()), "body", body.whole()))));
        return RunController.accepted(
                switch (asked.wish()) {
                    case UpdateWish.Change(var change) ->
                        ApiProblem.accepted(engine.triggerUpdate(change, asked.key()));
                    case UpdateWish.Planned(var planId) ->
                        executed(ApiProblem.accepted(engine.execute(tenant.id(), runId, planId, asked.key())));
                });
    }

    @PostMapping(path = "/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    PlanView plan(Tenant tenant, @PathVariable UUID runId, HttpServletRequest request) throws IOException {
        var wish = bodies.read(request, body -> RunBodies.update(tenant, runId, body));
        return PlanViews.of(ApiProblem.accepted(engine.plan(wish)));
    }

    @PostMapping("/cancel")
    RunView cancel(Tenant tenant, @PathVariable UUID runId) {
        return RunViews.of(cancelling.cancel(tenant, runId));
    }

    @PostMapping("/pause")
    RunView pause(Tenant tenant, @PathVariable UUID runId) {
        return RunViews.of(ApiProblem.accepted(engine.pause(tenant.id(), runId)));
    }

    @PostMapping("/resume")
    RunView resume(Tenant tenant, @PathVariable UUID runId) {
        return RunViews.of(ApiProblem.accepted(engine.resume(tenant.id(), runId)));
    }

    @PostMapping("/retry")
    ResponseEntity<RunAccepted> retry(Tenant tenant, @PathVariable UUID runId) {
        return RunController.accepted(ApiProblem.accepted(engine.retry(tenant.id(), runId)));
    }

    /** Says what became of the submission of a held step. */
    @PostMapping(path = "/steps/{stepId}/settle", consumes = MediaType.APPLICATION_JSON_VALUE)
    RunView settle(Tenant tenant, @PathVariable UUID runId, @PathVariable String stepId, HttpServletRequest request)
            throws IOException {
        var settlement = bodies.read(request, RunBodies::settlement);
        return RunViews.of(ApiProblem.accepted(engine.settle(tenant.id(), runId, stepId, settlement)));
    }

    private static QueuedRun executed(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Queued(var run) -> run;
            case PlanOutcome.Stale(var broken, var now) ->
                throw ApiProblem.stale(
                        broken.isEmpty()
                                ? "the plan has expired; there is a new one"
                                : "what was planned does not hold any more; there is a new plan",
                        PlanViews.of(now),
                        broken.stream().map(PlanViews::broken).toList());
        };
    }
}
