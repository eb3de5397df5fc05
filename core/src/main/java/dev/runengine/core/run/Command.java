package dev.runengine.core.run;

import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.skill.JobRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the owner of a run has to do next. */
public sealed interface Command {
    int step();

    /** Resolve and hash the input, then answer with InputResolved or InputUnresolved. Before the commit. */
    record Resolve(int step) implements Command {}

    /** Ask the cache, then answer with LookedUp. Before the commit. */
    record LookUp(int step, CacheKey key) implements Command {}

    /** Answer with FlightEnded once what it waits for is over. Only after the commit. @param key of the shared work */
    record Await(int step, CacheKey key, FlightLeader leader) implements Command {}

    /**
     * Execute the skill, then answer with Succeeded, AttemptFailed or AttemptStopped. Only after the commit.
     *
     * @param job what is recorded of the remote job of this execution key
     */
    record Execute(int step, int attempt, Prepared prepared, UUID executionKey, Optional<JobRecord> job)
            implements Command {
        public static Execute of(int step, StepState.Executing executing) {
            return new Execute(
                    step,
                    executing.counters().attempt(),
                    executing.prepared(),
                    executing.executionKey(),
                    executing.job());
        }
    }

    /** Tell the execution that what it noted of its job is recorded. Only after the commit. */
    record JobKept(int step, int attempt) implements Command {}

    /** Tell the execution to stop. Only after the commit. */
    record Interrupt(int step) implements Command {}

    /** Answer with RetryDue at that time. Only after the commit. */
    record SetTimer(int step, int attempt, Instant at) implements Command {}
}
