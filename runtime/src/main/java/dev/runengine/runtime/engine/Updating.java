package dev.runengine.runtime.engine;

import dev.runengine.core.change.ChangeMapping;
import dev.runengine.core.change.ChangeRequestMapper;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.plan.Plan;
import dev.runengine.core.plan.Planner;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.ChangeType;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.cache.ResultCache;
import dev.runengine.runtime.loading.BaseRuns;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.NewRun.BaseOf;
import dev.runengine.runtime.port.NewRun.Change;
import dev.runengine.runtime.port.RecordedBase;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.StepCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Checks a change request, foretells what it would do, and makes a new run of it. */
public final class Updating {
    private final RunStore store;
    private final WorkflowRegistry workflows;
    private final BaseRuns bases;
    private final SkillLookup skills;
    private final ResultCache cache;
    private final SchemaCheck schemas;

    public Updating(
            RunStore store,
            WorkflowRegistry workflows,
            BaseRuns bases,
            SkillLookup skills,
            ResultCache cache,
            SchemaCheck schemas) {
        this.store = store;
        this.workflows = workflows;
        this.bases = bases;
        this.skills = skills;
        this.cache = cache;
        this.schemas = schemas;
    }

    record Prepared(NewRun run, Plan plan) {}

    /** @param held cached results that stay until the run comes to them */
    Answer<Prepared> prepare(UpdateRequest request, UUID runId, Instant now, Predicate<EntryRef> held) {
        var recorded = store.base(request.tenant(), request.baseRunId());
        if (recorded.isEmpty()) {
            return Answer.refused(ErrorCode.RUN_NOT_FOUND, "there is no run " + request.baseRunId());
        }
        if (recorded.get().status() != RunStatus.COMPLETED) {
            return Answer.refused(
                    ErrorCode.BASE_RUN_NOT_COMPLETED,
                    "run " + request.baseRunId() + " is "
                            + recorded.get().status().word() + "; only a completed run can be updated");
        }
        var version = request.workflowVersion().orElse(recorded.get().workflowVersion());
        return workflows
                .find(recorded.get().workflowName(), Optional.of(version))
                .map(workflow -> prepare(request, recorded.get(), workflow, runId, now, held))
                .orElseGet(() -> Answer.refused(
                        ErrorCode.WORKFLOW_NOT_FOUND,
                        "workflow " + recorded.get().workflowName() + " has no version " + version + " here"));
    }

    private Answer<Prepared> prepare(
            UpdateRequest request,
            RecordedBase recorded,
            CompiledWorkflow workflow,
            UUID runId,
            Instant now,
            Predicate<EntryRef> held) {
        return switch (ChangeRequestMapper.map(workflow, request.changeType())) {
            case ChangeMapping.UnknownType unknown -> Answer.refused(ErrorCode.UNKNOWN_CHANGE_TYPE, unknown.message());
            case ChangeMapping.Mapped(ChangeType type, var _, var _) -> {
                var problems = schemas.check(type.payloadSchema(), request.payload());
                if (!problems.isEmpty()) {
                    yield Answer.refused(
                            ErrorCode.REQUEST_INVALID,
                            "the payload does not fit " + type.name() + ": " + Problems.summary(problems),
                            Problems.under("/changeRequest/payload", problems));
                }
                var change = new Change(request.changeType(), request.payload(), request.force(), request.pins());
                var base = bases.of(request.tenant(), workflow, recorded, Optional.of(change));
                var misplaced = Pins.misplaced(request.pins(), workflow, base, bases.seeds(workflow, recorded, change));
                yield misplaced.isEmpty()
                        ? Answer.accepted(prepared(request, recorded, workflow, type, change, base, runId, now, held))
                        : Answer.refused(
                                ErrorCode.REQUEST_INVALID,
                                "not every step can be pinned: " + Problems.summary(misplaced),
                                misplaced);
            }
        };
    }

    private Prepared prepared(
            UpdateRequest request,
            RecordedBase recorded,
            CompiledWorkflow workflow,
            ChangeType type,
            Change change,
            BaseRun base,
            UUID runId,
            Instant now,
            Predicate<EntryRef> held) {
        var trigger = ChangeRequestMapper.mergeTrigger(type, recorded.trigger(), request.payload());
        var state = RunState.queued(runId, request.tenant(), workflow, trigger, request.cache(), Optional.of(base));
        var run = new NewRun(
                runId,
                request.tenant(),
                workflow,
                trigger,
                Optional.of(new BaseOf(recorded.runId(), Optional.of(change))),
                request.cache(),
                0,
                Optional.empty(),
                List.of(),
                now);
        return new Prepared(run, Planner.plan(state, skills, oneByOne(cache.forStepsOf(workflow)), held));
    }

    private static Function<CacheKey, CacheAnswer> oneByOne(StepCache cache) {
        var none = new CacheAnswer.Unavailable("the cache did not answer");
        return key -> cache.lookUp(List.of(key)).getOrDefault(key, none);
    }
}
