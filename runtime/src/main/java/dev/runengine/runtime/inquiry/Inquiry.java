package dev.runengine.runtime.inquiry;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.why.Explanation;
import dev.runengine.core.why.Secrets;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.StepRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers questions about runs from what is recorded of them. Nothing secret is in an answer. Safe for use by many
 * threads.
 */
public final class Inquiry {
    private final RunQueries queries;
    private final History history;
    private final WorkflowRegistry workflows;
    private final Discretion discretion;

    public Inquiry(RunQueries queries, History history, WorkflowRegistry workflows, SkillLookup skills) {
        this.queries = queries;
        this.history = history;
        this.workflows = workflows;
        this.discretion = new Discretion(skills);
    }

    /** Why a step ran or did not: RUN_NOT_FOUND, STEP_NOT_FOUND. */
    public Answer<StepWhy> why(String tenant, UUID runId, String stepId) {
        var run = queries.run(tenant, runId);
        if (run.isEmpty()) {
            return noSuchRun(runId);
        }
        return queries.step(tenant, runId, stepId)
                .map(detail -> Answer.accepted(why(run.get(), detail.step())))
                .orElseGet(() -> Answer.refused(ErrorCode.STEP_NOT_FOUND, "run " + runId + " has no step " + stepId));
    }

    /** What differs between two runs of one workflow: RUN_NOT_FOUND, BASE_RUN_MISMATCH. */
    public Answer<Comparison> compare(String tenant, UUID baseId, UUID headId) {
        var base = queries.run(tenant, baseId);
        var head = queries.run(tenant, headId);
        if (base.isEmpty() || head.isEmpty()) {
            return noSuchRun(base.isEmpty() ? baseId : headId);
        }
        if (!base.get().workflowName().equals(head.get().workflowName())) {
            return Answer.refused(
                    ErrorCode.BASE_RUN_MISMATCH,
                    "run " + baseId + " is of workflow " + base.get().workflowName() + " and run " + headId + " of "
                            + head.get().workflowName() + "; only runs of one workflow can be compared");
        }
        return Answer.accepted(
                new Comparing(queries, history, discretion, workflow(head.get())).compare(base.get(), head.get()));
    }

    /** What a run has cost so far, and what it did not have to cost. */
    public RunCosts costs(String tenant, UUID runId) {
        return RunCosts.of(history.costs(tenant, runId));
    }

    /** What nobody is shown of the inputs of a skill. */
    public Secrets secretsOfInput(String skillId) {
        return discretion.ofInput(skillId);
    }

    private StepWhy why(RunRecord run, StepRecord step) {
        return new StepWhy(
                step.stepId(),
                step.status(),
                step.decision(),
                step.status() == StepStatus.SKIPPED ? Optional.empty() : explanation(run, step),
                step.madeBy());
    }

    private Optional<Explanation> explanation(RunRecord run, StepRecord step) {
        var workflow = workflow(run);
        return step.decision()
                .flatMap(StepDecision::comparedWith)
                .or(run::baseRunId)
                .flatMap(other -> queries.run(run.tenant(), other))
                .filter(other -> other.workflowName().equals(run.workflowName()))
                .flatMap(other -> Explanation.of(
                        workflow, new RecordedFacts(history, other), new RecordedFacts(history, run), step.stepId()))
                .map(explained -> discretion.applied(explained, step.skillId(), workflow));
    }

    /** Absent when no node has that version any more. */
    private Optional<CompiledWorkflow> workflow(RunRecord run) {
        return workflows.find(run.workflowName(), Optional.of(run.workflowVersion()));
    }

    private static <T> Answer<T> noSuchRun(UUID runId) {
        return Answer.refused(ErrorCode.RUN_NOT_FOUND, "there is no run " + runId);
    }
}
