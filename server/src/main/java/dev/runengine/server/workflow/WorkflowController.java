package dev.runengine.server.workflow;

import dev.runengine.client.wire.WorkflowList;
import dev.runengine.client.wire.WorkflowView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.server.problem.ApiProblem;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workflows that can be run; the same for every tenant. */
@RestController
@RequestMapping("/api/v1/workflows")
final class WorkflowController {
    private final WorkflowRegistry workflows;

    WorkflowController(WorkflowRegistry workflows) {
        this.workflows = workflows;
    }

    @GetMapping
    WorkflowList workflows() {
        return new WorkflowList(
                workflows.list().stream().map(WorkflowViews::summary).toList());
    }

    @GetMapping("/{name}")
    WorkflowView workflow(@PathVariable String name, @RequestParam Optional<String> version) {
        return workflows
                .find(name, version)
                .map(WorkflowViews::whole)
                .orElseThrow(() -> ApiProblem.of(
                        ErrorCode.WORKFLOW_NOT_FOUND,
                        "there is no workflow " + name
                                + version.map(v -> " in version " + v).orElse("")));
    }
}
