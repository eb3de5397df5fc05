package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SchemaCheck;
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
    private final SchemaCheck schemas;
    private final BaseOfTrigger bases;

    Triggering(RunStore store, SchemaCheck schemas) {
        this.schemas = schemas;
        this.bases = new BaseOfTrigger(store);
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
        return switch (bases.of(request, workflow)) {
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
}
