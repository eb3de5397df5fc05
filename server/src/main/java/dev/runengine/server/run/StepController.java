package dev.runengine.server.run;

import dev.runengine.client.wire.RunArtifacts;
import dev.runengine.client.wire.RunSteps;
import dev.runengine.client.wire.StepDetailView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.inquiry.Inquiry;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.server.artifact.ArtifactViews;
import dev.runengine.server.inquiry.DecisionViews;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a run consists of. */
@RestController
@RequestMapping(RunController.PATH + "/{runId}")
final class StepController {
    private final RunQueries queries;
    private final Inquiry inquiry;
    private final EngineNode node;
    private final WorkflowRegistry workflows;

    StepController(RunQueries queries, Inquiry inquiry, EngineNode node, WorkflowRegistry workflows) {
        this.queries = queries;
        this.inquiry = inquiry;
        this.node = node;
        this.workflows = workflows;
    }

    @GetMapping("/steps")
    RunSteps steps(Tenant tenant, @PathVariable UUID runId, @RequestParam Optional<StepStatus> status) {
        var waits = waits(tenant, runId);
        return new RunSteps(
                runId,
                waits.steps().stream()
                        .filter(step -> status.isEmpty() || step.status() == status.get())
                        .map(step -> StepViews.of(step, waits.of(step)))
                        .toList());
    }

    @GetMapping("/steps/{stepId}")
    StepDetailView step(Tenant tenant, @PathVariable UUID runId, @PathVariable String stepId) {
        var waits = waits(tenant, runId);
        return queries.step(tenant.id(), runId, stepId)
                .map(detail -> StepViews.detail(
                        detail,
                        waits.of(detail.step()),
                        DecisionViews.of(ApiProblem.accepted(inquiry.why(tenant.id(), runId, stepId))),
                        inquiry.secretsOfInput(detail.step().skillId())))
                .orElseThrow(() -> noSuchStep(runId, stepId));
    }

    @GetMapping("/artifacts")
    RunArtifacts artifacts(Tenant tenant, @PathVariable UUID runId, @RequestParam Optional<String> stepId) {
        return queries.artifacts(tenant.id(), runId, stepId)
                .map(artifacts -> new RunArtifacts(
                        runId, artifacts.stream().map(ArtifactViews::of).toList()))
                .orElseThrow(() -> NoSuchRun.problem(runId));
    }

    private StepWaits waits(Tenant tenant, UUID runId) {
        var run = queries.run(tenant.id(), runId).orElseThrow(() -> NoSuchRun.problem(runId));
        var steps = queries.steps(tenant.id(), runId, Optional.empty()).orElseThrow(() -> NoSuchRun.problem(runId));
        var workflow = workflows.find(run.workflowName(), Optional.of(run.workflowVersion()));
        return new StepWaits(run, steps, workflow, node.waits(runId));
    }

    private static ApiProblem noSuchStep(UUID runId, String stepId) {
        return ApiProblem.of(ErrorCode.STEP_NOT_FOUND, "run " + runId + " has no step " + stepId);
    }
}
