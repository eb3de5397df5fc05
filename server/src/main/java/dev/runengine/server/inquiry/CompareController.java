package dev.runengine.server.inquiry;

import dev.runengine.client.wire.ComparisonView;
import dev.runengine.client.wire.ComparisonView.FilePair;
import dev.runengine.client.wire.ComparisonView.RunSide;
import dev.runengine.client.wire.ComparisonView.StepPair;
import dev.runengine.client.wire.ComparisonView.StepSide;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.runtime.inquiry.Comparison;
import dev.runengine.runtime.inquiry.Comparison.Change;
import dev.runengine.runtime.inquiry.Inquiry;
import dev.runengine.runtime.port.History.StepOutline;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.server.artifact.ArtifactViews;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two runs side by side. */
@RestController
final class CompareController {
    private final Inquiry inquiry;

    CompareController(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @GetMapping("/api/v1/compare")
    ComparisonView compare(Tenant tenant, @RequestParam UUID base, @RequestParam UUID head) {
        var comparison = ApiProblem.accepted(inquiry.compare(tenant.id(), base, head));
        return new ComparisonView(
                side(comparison.base()),
                side(comparison.head()),
                comparison.steps().stream().map(CompareController::steps).toList(),
                comparison.files().stream().map(CompareController::files).toList());
    }

    private RunSide side(RunRecord run) {
        return new RunSide(
                run.runId(),
                run.workflowName(),
                run.workflowVersion(),
                run.status().word(),
                CostViews.of(inquiry.costs(run.tenant(), run.runId())));
    }

    private static StepPair steps(Comparison.StepPair pair) {
        return new StepPair(
                pair.stepId(),
                word(pair.change()),
                pair.base().map(CompareController::side),
                pair.head().map(CompareController::side),
                DecisionViews.differences(pair.differences()),
                !pair.complete());
    }

    private static StepSide side(StepOutline step) {
        return new StepSide(
                step.status().word(),
                step.decision().map(DecisionViews::of),
                step.inputHash().map(ContentHash::hex),
                step.skillVersion().map(SkillVersion::value),
                step.madeBy().map(DecisionViews::execution));
    }

    private static FilePair files(Comparison.FilePair pair) {
        return new FilePair(
                pair.stepId(),
                pair.filename(),
                word(pair.change()),
                pair.base().map(ArtifactViews::of),
                pair.head().map(ArtifactViews::of));
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
