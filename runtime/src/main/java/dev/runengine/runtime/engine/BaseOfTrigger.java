package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.NewRun.BaseOf;
import dev.runengine.runtime.port.RecordedBase;
import dev.runengine.runtime.port.RunStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the run that a trigger of an update workflow names: completed, of a workflow that may be the base, about the same. */
final class BaseOfTrigger {
    private static final String BASE_RUN_ID = "base_run_id";

    private final RunStore store;

    BaseOfTrigger(RunStore store) {
        this.store = store;
    }

    /** Empty for a workflow that updates nothing. */
    Answer<Optional<BaseOf>> of(TriggerRequest request, CompiledWorkflow workflow) {
        if (workflow.spec().baseWorkflows().isEmpty()) {
            return Answer.accepted(Optional.empty());
        }
        var baseId = baseRunId(request.payload());
        if (baseId.isEmpty()) {
            return invalid(
                    ErrorCode.REQUEST_INVALID,
                    "workflow " + workflow.name() + " updates a finished run: name it as " + BASE_RUN_ID,
                    new Problem("/triggerPayload/" + BASE_RUN_ID, "must be the id of a completed run"));
        }
        var recorded = store.base(request.tenant(), baseId.get());
        if (recorded.isEmpty()) {
            return Answer.refused(ErrorCode.RUN_NOT_FOUND, "there is no run " + baseId.get() + " to start from");
        }
        return refusal(request.payload(), workflow, recorded.get())
                .orElseGet(() -> Answer.accepted(Optional.of(new BaseOf(baseId.get(), Optional.empty()))));
    }

    private static Optional<Answer<Optional<BaseOf>>> refusal(
            Json payload, CompiledWorkflow workflow, RecordedBase base) {
        if (base.status() != RunStatus.COMPLETED) {
            return Optional.of(Answer.refused(
                    ErrorCode.BASE_RUN_NOT_COMPLETED,
                    "run " + base.runId() + " is " + base.status().word()
                            + "; only a completed run can be started from"));
        }
        if (!workflow.spec().baseWorkflows().contains(base.workflowName())) {
            return Optional.of(Answer.refused(
                    ErrorCode.BASE_RUN_MISMATCH,
                    "run " + base.runId() + " is of workflow " + base.workflowName() + "; " + workflow.name()
                            + " starts from "
                            + String.join(", ", workflow.spec().baseWorkflows())));
        }
        return disagreement(payload, workflow, base);
    }

    private static Optional<Answer<Optional<BaseOf>>> disagreement(
            Json payload, CompiledWorkflow workflow, RecordedBase base) {
        for (var agreement : workflow.spec().baseAgreements()) {
            var output = Optional.ofNullable(base.steps().get(agreement.step())).map(BaseStep::output);
            var conflict = agreement.conflict(payload, output);
            if (conflict.isPresent()) {
                return Optional.of(invalid(
                        ErrorCode.BASE_RUN_MISMATCH,
                        "the trigger has " + conflict.get().asked() + " as " + agreement.trigger() + ", but run "
                                + base.runId() + " has " + conflict.get().base()
                                + "; name a base run of the same, or leave it out",
                        new Problem(
                                "/triggerPayload" + agreement.trigger().toPointer(),
                                "is " + conflict.get().base() + " in the base run")));
            }
        }
        return Optional.empty();
    }

    private static Answer<Optional<BaseOf>> invalid(ErrorCode code, String message, Problem problem) {
        return Answer.refused(code, message, List.of(problem));
    }

    private static Optional<UUID> baseRunId(Json payload) {
        if (payload instanceof JObject object && object.get(BASE_RUN_ID).orElse(Json.NULL) instanceof JString(var id)) {
            try {
                return Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
