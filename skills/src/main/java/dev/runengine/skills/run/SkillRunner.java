package dev.runengine.skills.run;

import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.json.StorableJson;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.Execution.Finished;
import dev.runengine.skills.run.Execution.Outcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs skills, one execution per call, on the caller's thread. Safe for concurrent use; executions share nothing.
 *
 * <p>A skill sees only input that its schema accepts, works in a folder of its own, and its result is passed on only when
 * it keeps its promises. What it does wrong is a {@link SkillFailure}, never an exception. Time is the caller's: it
 * interrupts the thread.
 */
public final class SkillRunner {
    private static final System.Logger LOG = System.getLogger(SkillRunner.class.getName());

    private final SchemaCheck schemas;
    private final Path root;
    private final long maxFileBytes;

    /**
     * @param root the folder for workspaces, made when needed; one runner, or several of one process
     * @param maxFileBytes the size a published file may have
     */
    public SkillRunner(SchemaCheck schemas, Path root, long maxFileBytes) {
        this.schemas = schemas;
        this.root = root;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * Runs the skill and waits for it. The result's files stay until the execution is closed.
     *
     * @throws InterruptedException when the thread was interrupted, also when the skill has ignored that; nothing is left
     * @throws IllegalArgumentException for a skill whose schemas are not valid, which no catalog accepts
     */
    public Execution run(ExecutionRequest request) throws InterruptedException {
        var problems = Problems.firstOf(List.of(
                () -> StorableJson.problems(request.input()),
                () -> schemas.check(request.skill().descriptor().inputSchema(), request.input())));
        if (!problems.isEmpty()) {
            return failed(new InvalidInput(Problems.message("the input does not fit", problems), problems));
        }
        try {
            return runIn(Workspace.create(root), request);
        } catch (IOException e) {
            return failed(new SkillFailure.Broken("no workspace could be made in " + root + ": " + e));
        }
    }

    /** Has the skill tell the remote job of an execution that has ended to stop. Nothing but a request to stop is thrown. */
    public void cancelJob(ExecutionRequest request) throws InterruptedException {
        try {
            var workspace = Workspace.create(root);
            try {
                SkillCall.cancelJob(request, new WorkspaceContext(workspace, request, maxFileBytes));
            } finally {
                workspace.remove();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no workspace could be made in {0} to cancel a job: {1}", root, e.getMessage());
        }
    }

    /**
     * Removes what executions of a process that was killed have left behind. Only while nothing runs: at the start of the
     * one process that owns the root.
     */
    public void removeLeftovers() throws IOException {
        Workspace.removeAll(root);
    }

    private Execution runIn(Workspace workspace, ExecutionRequest request) throws InterruptedException {
        boolean keep = false;
        try {
            return switch (perform(workspace, request)) {
                case Failed failed -> Execution.failed(failed);
                case Finished finished -> {
                    keep = true;
                    yield Execution.finished(finished, workspace);
                }
            };
        } finally {
            if (!keep) {
                workspace.remove();
            }
        }
    }

    private Outcome perform(Workspace workspace, ExecutionRequest request) throws InterruptedException {
        var context = new WorkspaceContext(workspace, request, maxFileBytes);
        return switch (SkillCall.run(request, context)) {
            case SkillResult.Failed(var failure) -> new Failed(failure);
            case SkillResult.Succeeded result -> new Promises(schemas, request, context).keep(result);
        };
    }

    private static Execution failed(SkillFailure failure) {
        return Execution.failed(new Failed(failure));
    }
}
