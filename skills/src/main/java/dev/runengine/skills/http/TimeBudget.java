package dev.runengine.skills.http;

import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillFailure.TimedOut;
import dev.runengine.skills.typed.SkillException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time an execution has left for its calls.
 *
 * @param perCall the longest that a single call may take
 */
public record TimeBudget(InstantSource clock, Instant start, Instant deadline, Duration perCall) {

    public static TimeBudget of(InstantSource clock, SkillContext context, Duration perCall) {
        return new TimeBudget(clock, clock.instant(), context.deadline(), perCall);
    }

    /**
     * The limit for a call that starts now.
     *
     * @throws SkillException when no time is left
     */
    public Duration forNextCall() throws SkillException {
        var left = left();
        return left.compareTo(perCall) < 0 ? left : perCall;
    }

    /** @throws SkillException when no time is left */
    public Duration left() throws SkillException {
        var left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            var limit = Duration.between(start, deadline);
            throw new SkillException(new TimedOut(
                    "the provider was not done within the " + limit.toSeconds()
                            + " s there were; raise timeLimitSec in the binding if it needs longer",
                    limit));
        }
        return left;
    }
}
