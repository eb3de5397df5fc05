package dev.runengine.core.run;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a run. Whatever a decision needs that is not in the state (time, fresh keys, chance) comes
 * with the event. An event that no longer fits the state, such as the outcome of an abandoned attempt, changes nothing.
 */
public sealed interface RunEvent {
    Instant at();

    /**
     * An owner took the run, for the first time or after another lost it.
     *
     * @param handedOver the owner before gave it up on purpose, so nothing counts as lost
     */
    record Claimed(boolean handedOver, Instant at) implements RunEvent {}

    /** Another run executes what this step was about to: to be decided before anything that would start it. */
    record FlightTaken(int step, FlightLeader leader, Instant at) implements RunEvent {}

    /**
     * What the step waited for is over.
     *
     * @param failure absent when there is a result, or nobody to wait for any more: it is looked up again
     * @param jitter a random number in [0, 1) that spreads retries
     */
    record FlightEnded(int step, FlightLeader leader, Optional<TwinFailure> failure, double jitter, Instant at)
            implements RunEvent {}

    /** There is a result already of what this attempt was about to execute. @param leader who made it */
    record Overtaken(int step, int attempt, FlightLeader leader, Instant at) implements RunEvent {}

    /** @param executionKey for the execution, should there be one */
    record InputResolved(int step, Prepared prepared, UUID executionKey, Instant at) implements RunEvent {}

    record InputUnresolved(int step, String message, Instant at) implements RunEvent {}

    record LookedUp(int step, CacheAnswer answer, UUID executionKey, Instant at) implements RunEvent {}

    record Succeeded(int step, int attempt, StepOutput output, Usage usage, long durationMs, Instant at)
            implements RunEvent {}

    /** @param jitter a random number in [0, 1) that spreads retries */
    record AttemptFailed(int step, int attempt, SkillFailure failure, double jitter, Instant at) implements RunEvent {}

    /** An execution wants recorded what it knows of its remote job. @param job absent when there is none after all */
    record JobNoted(int step, int attempt, Optional<JobRecord> job, Instant at) implements RunEvent {}

    /** A person has said what became of the submission of a held step. @param attempt that is held */
    record Settled(int step, int attempt, Settlement settlement, Instant at) implements RunEvent {}

    /** An execution that was told to stop has ended, or was abandoned. */
    record AttemptStopped(int step, int attempt, Instant at) implements RunEvent {}

    /** @param attempt the one that failed, so that a late timer finds nothing to do */
    record RetryDue(int step, int attempt, UUID executionKey, Instant at) implements RunEvent {}

    record CancelRequested(Instant at) implements RunEvent {}

    /** The owner wants to give the run up: nothing new is to start. */
    record DrainRequested(Instant at) implements RunEvent {}

    /** What its owner was to give up is wanted again before it did. */
    record ResumeRequested(Instant at) implements RunEvent {}

    record TimeLimitReached(Instant at) implements RunEvent {}

    /** The store would not take what this step wanted recorded. */
    record RecordRefused(int step, String message, Instant at) implements RunEvent {}
}
