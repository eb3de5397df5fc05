package dev.runengine.skills.run;

import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import java.lang.System.Logger.Level;
import java.util.Objects;

/** The call of a skill's own code, from which everything comes back as a value except the request to stop. */
final class SkillCall {
    private static final System.Logger LOG = System.getLogger(SkillCall.class.getName());

    private SkillCall() {}

    static SkillResult run(ExecutionRequest request, WorkspaceContext context) throws InterruptedException {
        try {
            var result = Objects.requireNonNull(request.skill().run(request.input(), context), "it returned no result");
            requireNotInterrupted();
            return result;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable bug) {
            // Errors too: a stack that overflowed, an array too large for the heap or a native library that does not
            // load end this execution, and the step has to say so. What is wrong with the whole node shows elsewhere.
            requireNotInterrupted();
            return SkillResult.failed(broken(request.skill().descriptor().id(), bug));
        } finally {
            context.end();
        }
    }

    static void cancelJob(ExecutionRequest request, WorkspaceContext context) throws InterruptedException {
        try {
            request.skill().cancelJob(request.input(), context);
        } catch (RuntimeException bug) {
            LOG.log(
                    Level.WARNING,
                    "skill " + request.skill().descriptor().id() + " could not cancel its remote job",
                    bug);
        } finally {
            context.end();
        }
    }

    /** A skill that made something else of its interruption was told to stop all the same. */
    private static void requireNotInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the execution was told to stop");
        }
    }

    private static SkillFailure broken(String skillId, Throwable bug) {
        LOG.log(Level.WARNING, "skill " + skillId + " threw", bug);
        var message = bug.getMessage() == null ? "" : ": " + bug.getMessage();
        return new SkillFailure.Broken(
                "skill " + skillId + " broke with " + bug.getClass().getName() + message + hint(bug));
    }

    private static String hint(Throwable bug) {
        return switch (bug) {
            case StackOverflowError _ -> " (it recurses too deeply for this input)";
            case OutOfMemoryError _ -> " (give the process more memory, or the skill less to do)";
            case LinkageError _ -> " (a class or native library it needs is missing on this node)";
            case Throwable _ -> "";
        };
    }
}
