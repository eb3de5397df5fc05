package dev.runengine.core.workflow;

import dev.runengine.core.skill.SkillLookup;

/**
 * Checks everything about a workflow that can be checked before it runs. Deterministic, and linear in steps, edges and
 * reads (change types count as often as they are declared).
 */
public final class WorkflowCompiler {
    /** More steps than this are refused. */
    public static final int MAX_STEPS = 100_000;

    private final SkillLookup skills;
    private final WorkflowLookup workflows;

    /** @param workflows finds the base workflows; a workflow that updates itself need not be among them */
    public WorkflowCompiler(SkillLookup skills, WorkflowLookup workflows) {
        this.skills = skills;
        this.workflows = workflows;
    }

    public Compilation compile(WorkflowSpec spec) {
        var problems = new Problems();
        int size = spec.steps().size();
        if (size == 0 || size > MAX_STEPS) {
            problems.inWorkflow("the workflow has " + size + " steps; it needs 1 to " + MAX_STEPS);
            return new Compilation.Rejected(problems.found());
        }
        var draft = new Draft(spec, new SkillShapes(skills));
        StepChecks.check(draft, problems);
        var graph = Wiring.graph(draft, problems);
        OutputPathChecks.check(draft, problems);
        BaseRunChecks.check(draft, workflows, problems);
        TriggerPathChecks.check(draft, problems);
        InputChecks.check(draft, problems);
        ChangeTypeChecks.check(draft, graph, problems);
        var found = problems.found();
        return found.isEmpty()
                ? new Compilation.Compiled(
                        new CompiledWorkflow(spec, graph.orElseThrow(), draft.numbers(), draft.inputShapes()))
                : new Compilation.Rejected(found);
    }
}
