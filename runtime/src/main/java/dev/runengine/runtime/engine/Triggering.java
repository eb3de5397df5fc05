package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.NewRun.BaseOf;
import dev.runengine.runtime.port.RunStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks a trigger and makes a new run of it. */
final class Triggering {
    private static final String BASE_RUN_ID = "base_run_id";

    private final RunStore store;
    private final SchemaCheck schemas;

    Triggering(RunStore store, SchemaCheck schemas) {
        this.store = store;
        this.schemas = schemas;
    }

    Answer<NewRun> prepare(TriggerRequest request, CompiledWorkflow workflow, UUID runId, Instant now) {
        var problems = workflow.spec()
                .triggerSchema()
                .map(schema -> schemas.check(schema, request.payload()))
                .orElse(List.of());
        if (!problems.isEmpty()) {
            return Answer.refused(
                    ErrorCode.REQUEST_INVALID,
                    "the trigger payload does not fit workflow " + workflow.name() + ": " + Problems.summary(problems),
                    Problems.under("/triggerPayload", problems));
        }
        return switch (base(request, workflow)) {
            case Answer.Refused<Optional<BaseOf>>(var code, var message, var where) ->
                Answer.refused(code, message, where);
            case Answer.Accepted<Optional<BaseOf>>(var base) ->
                Answer.accepted(new NewRun(
                        runId,
                        request.tenant(),
                        workflow,
                        request.payload(),
                        base,
                        request.cache(),
                        request.priority(),
                        request.notBefore(),
                        request.tags(),
                        now));
        };
    }

    /** A workflow with declared base workflows starts from a finished run of one of them. */
    private Answer<Optional<BaseOf>> base(TriggerRequest request, CompiledWorkflow workflow) {
        if (workflow.spec().baseWorkflows().isEmpty()) {
            return Answer.accepted(Optional.empty());
        }
        var baseId = baseRunId(request.payload());
        if (baseId.isEmpty()) {
            return invalidBase("workflow " + workflow.name() + " updates a finished run: name it as " + BASE_RUN_ID);
        }
        var recorded = store.base(request.tenant(), baseId.get());
        if (recorded.isEmpty()) {
            return Answer.refused(ErrorCode.RUN_NOT_FOUND, "there is no run " + baseId.get() + " to start from");
        }
        if (recorded.get().status() != RunStatus.COMPLETED) {
            return Answer.refused(
                    ErrorCode.BASE_RUN_NOT_COMPLETED,
                    "run " + baseId.get() + " is " + recorded.get().status().word()
                            + "; only a completed run can be started from");
        }
        if (!workflow.spec().baseWorkflows().contains(recorded.get().workflowName())) {
            return Answer.refused(
                    ErrorCode.BASE_RUN_MISMATCH,
                    "run " + baseId.get() + " is of workflow " + recorded.get().workflowName() + "; "
                            + workflow.name() + " starts from "
                            + String.join(", ", workflow.spec().baseWorkflows()));
        }
        return Answer.accepted(Optional.of(new BaseOf(baseId.get(), Optional.empty())));
    }

    private static Answer<Optional<BaseOf>> invalidBase(String message) {
        return Answer.refused(
                ErrorCode.REQUEST_INVALID,
                message,
                List.of(new Problem("/triggerPayload/" + BASE_RUN_ID, "must be the id of a completed run")));
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
