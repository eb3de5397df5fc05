package dev.runengine.core.run;

import dev.runengine.core.reuse.CacheKey;
import java.time.Instant;
import java.util.UUID;

/** What the owner of a run has to do next. */
public sealed interface Command {
    int step();

    /** Resolve and hash the input, then answer with InputResolved or InputUnresolved. Before the commit. */
    record Resolve(int step) implements Command {}

    /** Ask the cache, then answer with LookedUp. Before the commit. */
    record LookUp(int step, CacheKey key) implements Command {}

    /** Execute the skill, then answer with Succeeded, AttemptFailed or AttemptStopped. Only after the commit. */
    record Execute(int step, int attempt, Prepared prepared, UUID executionKey) implements Command {}

    /** Tell the execution to stop. Only after the commit. */
    record Interrupt(int step) implements Command {}

    /** Answer with RetryDue at that time. Only after the commit. */
    record SetTimer(int step, int attempt, Instant at) implements Command {}
}
