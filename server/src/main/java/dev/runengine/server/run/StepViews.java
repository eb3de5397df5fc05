package dev.runengine.server.run;

import dev.runengine.client.wire.CostView;
import dev.runengine.client.wire.DecisionView;
import dev.runengine.client.wire.PlaceView;
import dev.runengine.client.wire.StepDetailView;
import dev.runengine.client.wire.StepErrorView;
import dev.runengine.client.wire.StepView;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.why.Secrets;
import dev.runengine.runtime.port.JobStanding;
import dev.runengine.runtime.port.RunQueries.StepDetail;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.server.inquiry.DecisionViews;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import dev.runengine.skills.json.JacksonJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Steps as the API shows them. */
final class StepViews {
    private StepViews() {}

    static StepView of(StepRecord step, Optional<String> waitingFor) {
        return new StepView(
                id(step),
                step.stepId(),
                step.skillId(),
                step.status().word(),
                waitingFor,
                step.inputHash().map(ContentHash::hex),
                step.counters().attempt(),
                step.artifactIds(),
                step.error().map(StepViews::error),
                step.status() == StepStatus.SKIPPED,
                origin(step),
                step.decision().map(DecisionViews::of),
                step.nextAttemptAt(),
                step.awaitedRun(),
                step.job().flatMap(JobStanding::jobId),
                step.startedAt(),
                step.endedAt(),
                step.spent().map(Execution::durationMs),
                step.saved().map(StepViews::saved));
    }

    /** @param secrets of the step's input */
    static StepDetailView detail(
            StepDetail detail, Optional<String> waitingFor, Optional<DecisionView> decision, Secrets secrets) {
        var counters = detail.step().counters();
        return new StepDetailView(
                detail.step().runId(),
                of(detail.step(), waitingFor),
                counters.failures(),
                counters.lost(),
                decision,
                detail.input().map(secrets::redacted).map(JacksonJson::toNode),
                detail.output().map(JacksonJson::toNode));
    }

    /** A step is known by its run and its name; its id follows from them. */
    private static UUID id(StepRecord step) {
        return UUID.nameUUIDFromBytes((step.runId() + "/" + step.stepId()).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> origin(StepRecord step) {
        return switch (step.status()) {
            case COMPLETED, SKIPPED ->
                step.decision().map(decision -> decision.verdict().origin().name());
            case PENDING, RUNNING, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private static CostView saved(Execution made) {
        return new CostView(
                made.durationMs(), made.usage().costMicros(), made.usage().tokens());
    }

    private static StepErrorView error(StepError error) {
        return new StepErrorView(error.code().name(), error.message(), error.attempt(), error.at(), places(error));
    }

    private static List<PlaceView> places(StepError error) {
        return error.details().stream()
                .map(problem -> ApiProblem.place(problem.pointer(), PlaceCode.INVALID_VALUE, problem.detail()))
                .toList();
    }
}
