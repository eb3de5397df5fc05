package dev.runengine.core.workflow;

import dev.runengine.core.selector.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One step: a skill, where its input comes from, and how it is cached and retried.
 *
 * @param skill id or alias
 * @param timeLimit of one execution, instead of the skill's own
 * @param dependsOn steps that must be done first; those that the input reads are added to them
 */
public record StepSpec(
        String id,
        String skill,
        String description,
        List<String> dependsOn,
        Selector input,
        CachePolicy cache,
        RetryPolicy retry,
        Optional<Duration> timeLimit) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public StepSpec {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a step id is " + ID + ", not \"" + id + "\"");
        }
        if (timeLimit.isPresent() && !timeLimit.get().isPositive()) {
            throw new IllegalArgumentException(
                    "the time limit of step " + id + " must be longer than nothing, not " + timeLimit.get());
        }
        dependsOn = List.copyOf(dependsOn);
    }
}
