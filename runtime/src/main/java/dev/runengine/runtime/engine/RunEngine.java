package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.Settlement;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.RunStore;
import java.util.Optional;
import java.util.UUID;

/**
 * The engine as a library: wishes in, answers out. What it accepts is recorded when it answers; workers on the same
 * store execute it. Safe for use by many threads.
 *
 * <p>Every method throws {@link dev.runengine.runtime.port.StoreUnavailableException} while the store is out of reach.
 */
public final class RunEngine {
    private final RunStore store;
    private final FirstAnswers firstAnswers;
    private final RunQueries queries;
    private final WorkflowRegistry workflows;
    private final Triggering triggering;
    private final Updating updating;
    private final Planning planning;
    private final Host host;

    public RunEngine(
            RunStore store,
            RunQueries queries,
            WorkflowRegistry workflows,
            Updating updating,
            Planning planning,
            SchemaCheck schemas,
            Host host) {
        this.store = store;
        this.firstAnswers = new FirstAnswers(store);
        this.queries = queries;
        this.workflows = workflows;
        this.triggering = new Triggering(store, schemas);
        this.updating = updating;
        this.planning = planning;
        this.host = host;
    }

    /** Records a run and queues it. */
    public Answer<QueuedRun> trigger(TriggerRequest request) {
        return trigger(request, Optional.empty());
    }

    /**
     * Like the other, once for each key: the same request again is given the first answer. Keys are remembered for at least
     * a day; that of a request that is refused is not.
     *
     * <p>IDEMPOTENCY_KEY_REUSED for another request under the same key.
     */
    public Answer<QueuedRun> trigger(TriggerRequest request, Optional<RequestKey> key) {
        return firstAnswers.to(request.tenant(), key).orElseGet(() -> trigger(request, host.newId(), key));
    }

    /** Like the others, under a known id: where there is such a run already it stays as it is, and is the answer. */
    public Answer<QueuedRun> triggerAs(TriggerRequest request, UUID runId) {
        return trigger(request, runId, Optional.empty());
    }

    private Answer<QueuedRun> trigger(TriggerRequest request, UUID runId, Optional<RequestKey> key) {
        return workflows
                .find(request.workflowName(), request.workflowVersion())
                .map(workflow -> triggering.prepare(request, workflow, runId, host.now()))
                .map(prepared -> prepared.then(run -> created(run, key, "Run queued for execution")))
                .orElseGet(() -> unknownWorkflow(request.workflowName(), request.workflowVersion()));
    }

    /** Records an update of a finished run and queues it. */
    public Answer<QueuedRun> triggerUpdate(UpdateRequest request) {
        return triggerUpdate(request, Optional.empty());
    }

    /** Like the other, once for each key, as {@link #trigger(TriggerRequest, Optional)} does it. */
    public Answer<QueuedRun> triggerUpdate(UpdateRequest request, Optional<RequestKey> key) {
        return firstAnswers
                .to(request.tenant(), key)
                .orElseGet(() -> updating.prepare(request, host.newId(), host.now(), _ -> false)
                        .then(update -> queued(update, key)));
    }

    /** What an update would do and take. Nothing is run; the plan is kept for a while, to be executed as it is. */
    public Answer<PlannedUpdate> plan(UpdateRequest request) {
        return planning.plan(request);
    }

    /**
     * Executes a plan, if it still holds. Asking again for what was asked for before gives the same run.
     *
     * <p>PLAN_NOT_FOUND, REQUEST_INVALID for a plan of another run, and what {@link #triggerUpdate(UpdateRequest)} refuses.
     */
    public Answer<PlanOutcome> execute(String tenant, UUID baseRunId, UUID planId) {
        return execute(tenant, baseRunId, planId, Optional.empty());
    }

    /** Like the other, once for each key, as {@link #trigger(TriggerRequest, Optional)} does it. */
    public Answer<PlanOutcome> execute(String tenant, UUID baseRunId, UUID planId, Optional<RequestKey> key) {
        return firstAnswers
                .to(tenant, key)
                .map(RunEngine::asPlanned)
                .orElseGet(() -> checkAndExecute(tenant, baseRunId, planId, key));
    }

    private Answer<PlanOutcome> checkAndExecute(String tenant, UUID baseRunId, UUID planId, Optional<RequestKey> key) {
        var before = queries.run(tenant, planId);
        if (before.isPresent()) {
            return asPlanned(firstAnswers
                    .to(tenant, key) // the same request may have been carried out just now
                    .orElseGet(
                            () -> Answer.accepted(new QueuedRun(planId, "The plan was executed before, as this run"))));
        }
        return planning.check(tenant, baseRunId, planId).then(check -> switch (check) {
            case Planning.Check.Holds(var update) -> asPlanned(queued(update, key));
            case Planning.Check.Broken(var stale) -> Answer.accepted(stale);
        });
    }

    private static Answer<PlanOutcome> asPlanned(Answer<QueuedRun> answer) {
        return answer.then(run -> Answer.accepted(new PlanOutcome.Queued(run)));
    }

    private Answer<QueuedRun> queued(Updating.Prepared update, Optional<RequestKey> key) {
        return created(
                update.run(),
                key,
                "Update run queued - " + update.plan().stepsToExecute() + " steps will be re-executed");
    }

    /** Asks for a run to be cancelled. A running one is over only once its skills have stopped. */
    public Answer<RunRecord> cancel(String tenant, UUID runId) {
        return switch (store.requestCancel(tenant, runId, host.now())) {
            case CANCELLED, REQUESTED, ALREADY_CANCELLED -> found(tenant, runId);
            case ALREADY_OVER -> Answer.refused(ErrorCode.RUN_ALREADY_OVER, "run " + runId + " is over already");
            case NOT_FOUND -> noSuchRun(runId);
        };
    }

    /** Lets nothing new start in a run until it is resumed. Steps that execute end, and are recorded. */
    public Answer<RunRecord> pause(String tenant, UUID runId) {
        return held(store.pause(tenant, runId, host.now()), tenant, runId);
    }

    /** Lets a paused run go on. */
    public Answer<RunRecord> resume(String tenant, UUID runId) {
        return held(store.resume(tenant, runId, host.now()), tenant, runId);
    }

    /** Queues a failed run again; finished steps are kept. */
    public Answer<QueuedRun> retry(String tenant, UUID runId) {
        return switch (store.retry(tenant, runId, host.now())) {
            case QUEUED -> Answer.accepted(new QueuedRun(runId, "Run queued again; finished steps are kept"));
            case NOT_FAILED ->
                Answer.refused(
                        ErrorCode.RUN_NOT_FAILED, "run " + runId + " has not failed; only failed runs can be retried");
            case NOT_FOUND -> noSuchRun(runId);
        };
    }

    /**
     * Records what a person has found out about a submission whose outcome was not known. The run's owner acts on it with
     * its next heartbeat.
     */
    public Answer<RunRecord> settle(String tenant, UUID runId, String stepId, Settlement settlement) {
        return switch (store.settle(tenant, runId, stepId, settlement, host.now())) {
            case RECORDED -> found(tenant, runId);
            case NOT_HELD ->
                Answer.refused(
                        ErrorCode.STEP_NOT_HELD,
                        "step " + stepId + " of run " + runId + " waits for nobody; only held steps are settled");
            case STEP_NOT_FOUND -> Answer.refused(ErrorCode.STEP_NOT_FOUND, "run " + runId + " has no step " + stepId);
            case RUN_NOT_FOUND -> noSuchRun(runId);
        };
    }

    /** Looking at runs, steps and artifacts. */
    public RunQueries queries() {
        return queries;
    }

    public WorkflowRegistry workflows() {
        return workflows;
    }

    private Answer<QueuedRun> created(NewRun run, Optional<RequestKey> key, String message) {
        return switch (store.create(
                key.map(named -> run.answering(named, message)).orElse(run))) {
            case CREATED, ALREADY_THERE -> Answer.accepted(new QueuedRun(run.runId(), message));
            case BASE_GONE -> noSuchRun(run.base().orElseThrow().runId());
            // There was no answer to it a moment ago: it was carried out at the same time.
            case KEY_TAKEN -> firstAnswers.to(run.tenant(), key).orElseThrow();
        };
    }

    private Answer<RunRecord> held(RunStore.PauseAnswer answer, String tenant, UUID runId) {
        return switch (answer) {
            case DONE -> found(tenant, runId);
            case ALREADY_OVER ->
                Answer.refused(ErrorCode.RUN_ALREADY_OVER, "run " + runId + " is over already, or being cancelled");
            case NOT_FOUND -> noSuchRun(runId);
        };
    }

    private Answer<RunRecord> found(String tenant, UUID runId) {
        return queries.run(tenant, runId).map(Answer::accepted).orElseGet(() -> noSuchRun(runId));
    }

    private static <T> Answer<T> noSuchRun(UUID runId) {
        return Answer.refused(ErrorCode.RUN_NOT_FOUND, "there is no run " + runId);
    }

    private Answer<QueuedRun> unknownWorkflow(String name, Optional<String> version) {
        var versions = workflows.list().stream()
                .filter(workflow -> workflow.name().equals(name))
                .map(CompiledWorkflow::version)
                .toList();
        var known = versions.isEmpty()
                ? workflows.list().stream()
                        .map(CompiledWorkflow::name)
                        .distinct()
                        .toList()
                : versions;
        return Answer.refused(
                ErrorCode.WORKFLOW_NOT_FOUND,
                "there is no workflow " + name
                        + version.map(v -> " in version " + v).orElse("") + "; known are " + String.join(", ", known));
    }
}
