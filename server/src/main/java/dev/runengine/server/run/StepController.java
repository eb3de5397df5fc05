package dev.runengine.server.run;

import dev.runengine.client.wire.RunArtifacts;
import dev.runengine.client.wire.RunSteps;
import dev.runengine.client.wire.StepDetailView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.server.artifact.ArtifactViews;
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
    private final WorkflowRegistry workflows;

    StepController(RunQueries queries, WorkflowRegistry workflows) {
        this.queries = queries;
        this.workflows = workflows;
    }

    @GetMapping("/steps")
    RunSteps steps(Tenant tenant, @PathVariable UUID runId, @RequestParam Optional<StepStatus> status) {
        var run = queries.run(tenant.id(), runId).orElseThrow(() -> NoSuchRun.problem(runId));
        var steps = queries.steps(tenant.id(), runId, Optional.empty()).orElseThrow(() -> NoSuchRun.problem(runId));
        var waiting = Waiting.of(run, steps, workflows);
        return new RunSteps(
                runId,
                steps.stream()
                        .filter(step -> status.isEmpty() || step.status() == status.get())
                        .map(step -> StepViews.of(step, waiting.reason(step)))
                        .toList());
    }

    @GetMapping("/steps/{stepId}")
    StepDetailView step(Tenant tenant, @PathVariable UUID runId, @PathVariable String stepId) {
        var detail = queries.step(tenant.id(), runId, stepId).orElseThrow(() -> noSuchStep(tenant, runId, stepId));
        var run = queries.run(tenant.id(), runId).orElseThrow(() -> NoSuchRun.problem(runId));
        var steps = queries.steps(tenant.id(), runId, Optional.empty()).orElseThrow(() -> NoSuchRun.problem(runId));
        return StepViews.detail(detail, Waiting.of(run, steps, workflows).reason(detail.step()));
    }

    @GetMapping("/artifacts")
    RunArtifacts artifacts(Tenant tenant, @PathVariable UUID runId, @RequestParam Optional<String> stepId) {
        return queries.artifacts(tenant.id(), runId, stepId)
                .map(artifacts -> new RunArtifacts(
                        runId, artifacts.stream().map(ArtifactViews::of).toList()))
                .orElseThrow(() -> NoSuchRun.problem(runId));
    }

    private ApiProblem noSuchStep(Tenant tenant, UUID runId, String stepId) {
        return queries.run(tenant.id(), runId).isPresent()
                ? ApiProblem.of(ErrorCode.STEP_NOT_FOUND, "run " + runId + " has no step " + stepId)
                : NoSuchRun.problem(runId);
    }
}
