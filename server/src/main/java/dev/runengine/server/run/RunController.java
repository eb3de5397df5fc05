package dev.runengine.server.run;

import dev.runengine.client.wire.RunAccepted;
import dev.runengine.client.wire.RunList;
import dev.runengine.client.wire.RunView;
import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.inquiry.Inquiry;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.TriggerType;
import dev.runengine.server.body.JsonBodies;
import dev.runengine.server.parameter.ListCursor;
import dev.runengine.server.parameter.ListLimit;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Triggering runs and looking at them. */
@RestController
@RequestMapping(RunController.PATH)
final class RunController {
    static final String PATH = "/api/v1/runs";

    private final RunEngine engine;
    private final RunQueries queries;
    private final Inquiry inquiry;
    private final JsonBodies bodies;

    RunController(RunEngine engine, RunQueries queries, Inquiry inquiry, JsonBodies bodies) {
        this.engine = engine;
        this.queries = queries;
        this.inquiry = inquiry;
        this.bodies = bodies;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunAccepted> trigger(Tenant tenant, HttpServletRequest request) throws IOException {
        var asked = bodies.read(
                request,
                body -> new Keyed<>(
                        RunBodies.trigger(tenant, body),
                        IdempotencyKey.of(request, Json.object("trigger", body.whole()))));
        return accepted(ApiProblem.accepted(engine.trigger(asked.wish(), asked.key())));
    }

    @GetMapping
    RunList runs(
            Tenant tenant,
            @RequestParam Optional<RunStatus> status,
            @RequestParam Optional<String> workflowName,
            @RequestParam Optional<TriggerType> triggerType,
            @RequestParam Optional<UUID> baseRunId,
            @RequestParam Optional<Instant> createdFrom,
            @RequestParam Optional<Instant> createdTo,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor) {
        var filter = new RunQueries.Filter(status, workflowName, triggerType, baseRunId, createdFrom, createdTo);
        var page = queries.runs(tenant.id(), filter, cursor.map(ListCursor::read), ListLimit.of(limit));
        return new RunList(
                page.runs().stream().map(RunViews::of).toList(), page.next().map(ListCursor::text));
    }

    @GetMapping("/{runId}")
    RunView run(Tenant tenant, @PathVariable UUID runId) {
        return queries.run(tenant.id(), runId)
                .map(run -> RunViews.of(run, Optional.of(inquiry.costs(tenant.id(), runId))))
                .orElseThrow(() -> NoSuchRun.problem(runId));
    }

    static ResponseEntity<RunAccepted> accepted(QueuedRun run) {
        var answer = ResponseEntity.accepted().location(URI.create(PATH + "/" + run.runId()));
        if (run.repeated()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(RunViews.accepted(run));
    }
}
