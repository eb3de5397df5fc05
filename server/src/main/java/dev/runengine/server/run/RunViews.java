package dev.runengine.server.run;

import dev.runengine.client.wire.RunAccepted;
import dev.runengine.client.wire.RunErrorView;
import dev.runengine.client.wire.RunView;
import dev.runengine.client.wire.StepsSummary;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Tally;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.inquiry.RunCosts;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunWait;
import dev.runengine.server.inquiry.CostViews;
import dev.runengine.skills.json.JacksonJson;
import java.util.Optional;

/** Runs as the API shows them. */
final class RunViews {
    private RunViews() {}

    /** As it stands in lists, and in answers to wishes. */
    static RunView of(RunRecord run) {
        return of(run, Optional.empty());
    }

    static RunView of(RunRecord run, Optional<RunCosts> costs) {
        return new RunView(
                run.runId(),
                run.workflowName(),
                run.workflowVersion(),
                run.triggerType().word(),
                run.trigger().map(JacksonJson::toNode),
                run.status().word(),
                run.waitingFor().map(RunWait::word),
                run.baseRunId(),
                run.changeType(),
                run.error().map(RunViews::error),
                summary(run.steps()),
                costs.map(CostViews::of),
                run.tags(),
                run.pausedAt(),
                run.cancelRequestedAt(),
                run.startedAt(),
                run.completedAt(),
                run.createdAt(),
                run.updatedAt());
    }

    static RunAccepted accepted(QueuedRun run) {
        return new RunAccepted(run.runId(), RunStatus.QUEUED.word(), run.message());
    }

    private static RunErrorView error(RunError error) {
        return new RunErrorView(error.code().name(), error.message(), error.failedStepId(), error.at());
    }

    private static StepsSummary summary(Tally steps) {
        return new StepsSummary(
                steps.total(),
                steps.pending(),
                steps.running(),
                steps.completed(),
                steps.skipped(),
                steps.failed(),
                steps.cancelled());
    }
}
