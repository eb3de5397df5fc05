package dev.runengine.runtime.execution;

import dev.runengine.runtime.limit.Admission;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Duration;

/**
 * All an execution passes through: a permit of the node, its time limit, the skill between its two validations, and its
 * files made durable. Safe for use by many threads.
 */
public final class StepPipeline {
    /** How long a skill that was told to stop may take before it is abandoned. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Stage first;
    private final RemoteJobs remoteJobs;

    /** @param admission who may run when */
    public StepPipeline(SkillRunner skills, ArtifactStore artifacts, Host host, Admission admission) {
        Stage execution = new SkillStage(skills, new ArtifactKeeper(artifacts, host), host.timer());
        this.remoteJobs = new RemoteJobs(skills, host, GRACE);
        Stage timed = new TimeLimitStage(skills, host, GRACE, remoteJobs, execution);
        Stage permitted = new PermitStage(admission, timed);
        this.first = new SafetyStage(permitted);
    }

    /** Tells the remote job of an execution that has ended to stop, if it has one. Blocks for a bounded time. */
    public void cancelJob(StepTask task) {
        remoteJobs.cancel(task);
    }

    /** Runs on the caller's thread; an interrupt tells the execution to stop. Never throws. */
    public StepOutcome run(StepTask task) {
        try {
            return first.run(task);
        } catch (InterruptedException e) {
            return new StepOutcome.Stopped();
        }
    }
}
