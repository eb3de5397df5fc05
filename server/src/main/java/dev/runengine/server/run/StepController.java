package dev.runengine.server.run;

import dev.runengine.client.wire.RunArtifacts;
import dev.runengine.client.wire.RunSteps;
import dev.runengine.client.wire.StepDetailView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.StepStatus;
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

    StepController(RunQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/steps")
    RunSteps steps(Tenant tenant, @PathVariable UUID runId, @RequestParam Optional<StepStatus> status) {
        return queries.steps(tenant.id(), runId, status)
                .map(steps ->
                        new RunSteps(runId, steps.stream().map(StepViews::of).toList()))
                .orElseThrow(() -> NoSuchRun.problem(runId));
    }

    @GetMapping("/steps/{stepId}")
    StepDetailView step(Tenant tenant, @PathVariable UUID runId, @PathVariable String stepId) {
        return queries.step(tenant.id(), runId, stepId)
                .map(StepViews::detail)
                .orElseThrow(() -> noSuchStep(tenant, runId, stepId));
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
