package dev.runengine.runtime.execution;

import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import java.time.Duration;

/** How an execution ended. */
public sealed interface StepOutcome {
    /** @param took by a monotonic clock, from the permit to the stored files */
    record Succeeded(StepOutput output, Usage usage, Duration took) implements StepOutcome {}

    record Failed(SkillFailure failure) implements StepOutcome {}

    /** Told to stop, and it did or was abandoned. */
    record Stopped() implements StepOutcome {}
}
