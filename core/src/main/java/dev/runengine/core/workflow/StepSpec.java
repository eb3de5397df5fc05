package dev.runengine.core.workflow;

import dev.runengine.core.selector.Selector;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One step: a skill, where its input comes from, and how it is cached and retried.
 *
 * @param skill id or alias
 * @param dependsOn steps that must be done first; those that the input reads are added to them
 */
public record StepSpec(
        String id,
        String skill,
        String description,
        List<String> dependsOn,
        Selector input,
        CachePolicy cache,
        RetryPolicy retry) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public StepSpec {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a step id is " + ID + ", not \"" + id + "\"");
        }
        dependsOn = List.copyOf(dependsOn);
    }
}
