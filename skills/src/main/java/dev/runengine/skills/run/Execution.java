package dev.runengine.skills.run;

import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import java.util.List;

/** An execution that has ended. Its files are there until it is closed; closing removes the workspace. */
public final class Execution implements AutoCloseable {

    /** How it ended. */
    public sealed interface Outcome {}

    /**
     * @param result whose data fits the output schema, and names no artifact that the skill neither published nor got
     * @param files in the order in which they were published
     */
    public record Finished(SkillResult.Succeeded result, List<PublishedFile> files) implements Outcome {
        public Finished {
            files = List.copyOf(files);
        }
    }

    public record Failed(SkillFailure failure) implements Outcome {}

    private final Outcome outcome;
    private final Runnable removal;

    private Execution(Outcome outcome, Runnable removal) {
        this.outcome = outcome;
        this.removal = removal;
    }

    static Execution finished(Finished outcome, Workspace workspace) {
        return new Execution(outcome, workspace::remove);
    }

    /** Nothing of a failed execution is kept, so its workspace is gone already. */
    static Execution failed(Failed outcome) {
        return new Execution(outcome, () -> {});
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Removes the workspace. A second call does nothing. */
    @Override
    public void close() {
        removal.run();
    }
}
